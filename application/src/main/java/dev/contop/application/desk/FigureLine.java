package dev.contop.application.desk;

import dev.contop.domain.media.VideoFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures of a video as one line for people; what is not known is left out. */
final class FigureLine {

  private FigureLine() {}

  static String of(VideoFigures figures) {
    List<String> parts = new ArrayList<>();
    parts.add(number(figures.framesPerSecond()) + " frames/s");
    figures.size().ifPresent(size -> parts.add(size.toString()));
    figures.codec().ifPresent(parts::add);
    figures.sent().ifPresent(rate -> parts.add(rate.kilobitsPerSecond() + " kbit/s"));
    figures.target().ifPresent(rate -> parts.add("aims at " + rate.kilobitsPerSecond()));
    figures.quantiser().ifPresent(mean -> parts.add("quantiser " + number(mean)));
    time("round trip", figures.roundTrip()).ifPresent(parts::add);
    figures.loss().ifPresent(share -> parts.add("loss " + number(share * 100) + " %"));
    figures.path().ifPresent(path -> parts.add(path.name().toLowerCase(Locale.ROOT)));
    VideoFigures.Times times = figures.times();
    time("grab", times.grab()).ifPresent(parts::add);
    time("convert", times.convert()).ifPresent(parts::add);
    time("scale", times.scale()).ifPresent(parts::add);
    time("encode", times.encode()).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static Optional<String> time(String what, Optional<Duration> time) {
    return time.map(known -> what + " " + number(known.toNanos() / 1e6) + " ms");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
