/**
 * Video files by Humble Video: the only place that sees it. Compiled only where the library is
 * there, and found by name ({@link dev.contop.capture.recording.FoundEncoder}).
 *
 * <p>Nothing here decides what is recorded, or when.
 */
package dev.contop.capture.humble;
