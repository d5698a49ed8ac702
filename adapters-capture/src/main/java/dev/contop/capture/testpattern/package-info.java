/** A picture of our own that moves and tells the time, for when there is no desktop. */
@NullMarked
package dev.contop.capture.testpattern;

import org.jspecify.annotations.NullMarked;
