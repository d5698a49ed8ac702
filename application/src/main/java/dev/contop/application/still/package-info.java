/** Stills of the screen, taken from the capture that all share; not the live picture. */
package dev.contop.application.still;
