/** Stills as files; where their pixels come from is for others. */
package dev.contop.capture.still;
