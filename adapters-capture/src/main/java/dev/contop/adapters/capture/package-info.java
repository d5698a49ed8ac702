/** Lends the screen as frames; does not encode or send them. */
package dev.contop.adapters.capture;
