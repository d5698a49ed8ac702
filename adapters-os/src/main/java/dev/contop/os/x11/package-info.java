/**
 * A connection to an X server by XCB through JNA.
 *
 * <p>XCB and not Xlib, because Xlib calls {@code exit} when the server goes away; XCB answers with
 * a value. Not for capturing the screen, which has its own connection.
 */
package dev.contop.os.x11;
