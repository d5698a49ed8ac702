/**
 * The desktop as the WebRTC library's own capturer sees it, on Windows and macOS. Never on Linux,
 * where it ends the process.
 */
@NullMarked
package dev.contop.capture.library;

import org.jspecify.annotations.NullMarked;
