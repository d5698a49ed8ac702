/**
 * Pointer and keyboard of an X11 desktop.
 *
 * <p>What a phone may do, and what it holds, is decided before it comes here.
 */
package dev.contop.os.input;
