package dev.contop.capture.humble;

import dev.contop.application.recording.OpenVideoFile;
import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;
import java.nio.file.Path;

/** Opens video files in one folder; making one loads the native library. */
public final class HumbleVideo implements OpenVideoFile {

  private final Path folder;

  public HumbleVideo(Path folder) {
    NativeLock.load();
    this.folder = folder;
  }

  @Override
  public VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed {
    return HumbleFile.open(folder.resolve(name.value()), Recipe.of(name.format()), size);
  }
}
