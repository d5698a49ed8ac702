package dev.contop.capture.humble;

import dev.contop.application.recording.OpenVideoFile;
import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;
import java.nio.file.Path;

/** Opens video files in one folder; making one loads the native library. */
public final class HumbleVideo implements OpenVideoFile {

  static final String NO_ROOM =
      "The video encoder cannot be unpacked: there is no room for its 106 MB in this computer's"
          + " folder for temporary files. Make room there, and record again.";

  /** What the native library takes when it is unpacked, in bytes, and a little more. */
  private static final long UNPACKED = 106_000_000;

  private final Path folder;

  /**
   * @throws RecordingFailed when there is no room to unpack the native library; it may be tried
   *     again
   */
  public HumbleVideo(Path folder) throws RecordingFailed {
    this(folder, temporary().toFile().getUsableSpace());
  }

  /**
   * @param room for temporary files, in bytes. A library that was unpacked in part would fail for
   *     as long as this process lives.
   */
  HumbleVideo(Path folder, long room) throws RecordingFailed {
    if (room < UNPACKED) {
      throw new RecordingFailed(NO_ROOM);
    }
    NativeLock.load();
    this.folder = folder;
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed {
    return HumbleFile.open(folder.resolve(name.value()), Recipe.of(name.format()), size);
  }
}
