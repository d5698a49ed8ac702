package dev.contop.domain.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A video codec that the host can send. */
public enum VideoCodec {
  VP8,
  VP9,
  H264,
  AV1;

  /** The order in which the host prefers them unless it is told otherwise (ADR 14). */
  public static List<VideoCodec> preferred() {
    return List.of(VP8, H264, VP9, AV1);
  }

  /** Its encoding name in session descriptions (RFC 8866, section 6.6). */
  public String encodingName() {
    return name();
  }

  /** The codec of that name, whatever its case. */
  public static Optional<VideoCodec> named(String name) {
    return Arrays.stream(values())
        .filter(codec -> codec.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
