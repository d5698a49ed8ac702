package dev.contop.application.recording;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A recording's file that is being written. It is complete up to about a second before now at any
 * moment, whatever becomes of this process.
 *
 * <p>For the thread that opened it alone. Once a method has failed, only {@link #close} is called.
 */
public interface VideoFile extends AutoCloseable {

  /**
   * Adds a picture.
   *
   * @param pixels four bytes a pixel in the order blue, green, red, unused, from position 0
   * @param stride the bytes from one row to the next
   * @param at from the recording's beginning; later than the one before by a millisecond or more
   * @throws RecordingFailed when it could not be encoded or written
   */
  void add(ByteBuffer pixels, int stride, Duration at) throws RecordingFailed;

  /**
   * Ends the file and gives everything back, also when it fails; a second call does nothing.
   *
   * @throws RecordingFailed when the end could not be written
   */
  @Override
  void close() throws RecordingFailed;
}
