package dev.contop.application.recording;

import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;

/** Opens the file of a recording, with an encoder for pictures of one size. */
public interface OpenVideoFile {

  /**
   * Opens the file of that name, which {@link KeepRecordings#make} has made, and whose format it
   * names. Blocks; the first time for about a second, in which the encoder's library is loaded.
   *
   * <p>The calling thread is the only one that may use the file, and is never interrupted.
   *
   * @param size of the pictures to come, any size
   * @throws RecordingFailed when there is no encoder, or the file cannot be written
   */
  VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed;
}
