package dev.contop.application.recording;

import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;

/** Opens no file, since this host has no encoder. */
public record NoVideoFiles(String reason) implements OpenVideoFile {

  @Override
  public VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed {
    throw new RecordingFailed(reason);
  }
}
