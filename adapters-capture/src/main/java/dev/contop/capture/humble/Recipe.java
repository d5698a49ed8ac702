package dev.contop.capture.humble;

import dev.contop.domain.recording.RecordingFormat;
import java.util.Map;

/**
 * How a format is made so that a file is whole up to about a second before any crash: a piece is
 * closed and handed to the system at least that often, though key frames come more rarely.
 *
 * @param muxer the library's name of the format
 * @param encoder its name of the codec
 * @param encoding options of the encoder
 * @param muxing options of the format
 */
record Recipe(
    String muxer, String encoder, Map<String, String> encoding, Map<String, String> muxing) {

  /** Pictures between two key frames: ten seconds of movement, a minute and more of stillness. */
  private static final String PICTURES_IN_A_GROUP = "150";

  private static final Recipe MP4 =
      new Recipe(
          "mp4",
          "libx264",
          // One thread, no look-ahead, no wait for how long a picture stands: what goes in comes
          // out at once. It then takes each picture for a short one, and needs a lower "crf".
          Map.of(
              "preset",
              "ultrafast",
              "crf",
              "21",
              "threads",
              "1",
              "g",
              PICTURES_IN_A_GROUP,
              "x264-params",
              "force-cfr=1:trellis=0"),
          Map.of(
              "movflags",
              "frag_keyframe+empty_moov+default_base_moof",
              "frag_duration",
              "400000",
              "flush_packets",
              "1"));

  private static final Recipe WEBM =
      new Recipe(
          "webm",
          "libvpx",
          Map.of(
              "deadline",
              "realtime",
              "cpu-used",
              "8",
              "lag-in-frames",
              "0",
              "threads",
              "1",
              "crf",
              "20",
              "b",
              "4000000",
              "g",
              PICTURES_IN_A_GROUP),
          // Each picture is handed over by itself; a player that follows the file knows how long
          // one stands when the next is in the same cluster.
          Map.of("cluster_time_limit", "5000", "flush_packets", "1"));

  static Recipe of(RecordingFormat format) {
    return switch (format) {
      case MP4 -> MP4;
      case WEBM -> WEBM;
    };
  }
}
