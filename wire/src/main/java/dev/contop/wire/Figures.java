package dev.contop.wire;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.VideoFigures;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a phone's video fares, for the phone and for the desk alike. */
final class Figures {

  private static final double MICROS = 1000;

  private Figures() {}

  static void write(JsonOut out, VideoFigures figures) throws IOException {
    out.put("frames_per_second", rounded(figures.framesPerSecond(), 10));
    if (figures.size().isPresent()) {
      out.put("width", figures.size().get().width());
      out.put("height", figures.size().get().height());
    }
    out.put("codec", figures.codec());
    put(out, "target_bitrate", figures.target());
    put(out, "sent_bitrate", figures.sent());
    put(out, "quantiser", figures.quantiser(), 10);
    put(out, "round_trip_ms", figures.roundTrip());
    put(out, "loss", figures.loss(), 10_000);
    out.put("path", figures.path().map(path -> path.name().toLowerCase(Locale.ROOT)));
    put(out, "grab_ms", figures.times().grab());
    put(out, "convert_ms", figures.times().convert());
    put(out, "scale_ms", figures.times().scale());
    put(out, "encode_ms", figures.times().encode());
  }

  private static void put(JsonOut out, String name, Optional<?> value) throws IOException {
    if (value.isPresent() && value.get() instanceof Bitrate rate) {
      out.put(name, rate.bitsPerSecond());
    } else if (value.isPresent() && value.get() instanceof Duration time) {
      out.put(name, rounded(time.toNanos() / 1e6, MICROS));
    }
  }

  private static void put(JsonOut out, String name, OptionalDouble value, double parts)
      throws IOException {
    if (value.isPresent()) {
      out.put(name, rounded(value.getAsDouble(), parts));
    }
  }

  /** To so many parts of one. */
  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
