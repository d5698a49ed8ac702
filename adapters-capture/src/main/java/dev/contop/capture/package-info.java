/**
 * Lends the screen as frames: an X11 display, another desktop that is looked at, or a test pattern.
 * Does not pace, share, scale, encode or send them.
 */
@NullMarked
package dev.contop.capture;

import org.jspecify.annotations.NullMarked;
