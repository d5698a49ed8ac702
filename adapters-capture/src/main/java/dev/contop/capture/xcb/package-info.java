/**
 * The calls of libxcb and libc that reading a screen takes, and nothing more: not a binding for X11
 * at large.
 *
 * <p>XCB and not Xlib, because a lost X server is a value here and {@code exit(1)} there. Native
 * methods carry the names of the C functions, where their manual pages are found. Structures are
 * read at their offsets on the wire (X11 protocol, appendix B), which never change. A request's
 * cookie is a struct of one {@code unsigned int} and travels like a plain {@code int} on every
 * 64-bit platform.
 */
@NullMarked
package dev.contop.capture.xcb;

import org.jspecify.annotations.NullMarked;
