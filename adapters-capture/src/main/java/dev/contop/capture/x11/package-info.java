/** Reads an X11 display, pointer included; does not write to it. */
@NullMarked
package dev.contop.capture.x11;

import org.jspecify.annotations.NullMarked;
