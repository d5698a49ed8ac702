package dev.contop.domain.recording;

import java.util.Arrays;
import java.util.Optional;

/** What kind of file a recording is; browsers play both. */
public enum RecordingFormat {
  /** H264 in fragments (ISO/IEC 14496-12, section 8.8). */
  MP4("mp4"),
  /** VP8 in clusters. */
  WEBM("webm");

  private final String ending;

  RecordingFormat(String ending) {
    this.ending = ending;
  }

  /** How names of such files end, without the dot; also what the option is called. */
  public String ending() {
    return ending;
  }

  public static Optional<RecordingFormat> named(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending.equals(ending)).findFirst();
  }
}
