package dev.contop.application.desk;

import dev.contop.application.time.Schedule;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.DeviceId;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes how the video of each connected phone fares to the log, once a second at debug level.
 *
 * <p>At any other level nothing is measured for it, and nobody is woken (T78).
 */
public final class FigureLog {

  private static final Logger LOG = LoggerFactory.getLogger(FigureLog.class);

  static final Duration EVERY = Duration.ofSeconds(1);

  private final MeasureVideo video;
  private final Schedule schedule;
  private final BooleanSupplier wanted;
  private final Consumer<String> log;

  public FigureLog(MeasureVideo video, Schedule schedule) {
    this(video, schedule, LOG::isDebugEnabled, LOG::debug);
  }

  FigureLog(MeasureVideo video, Schedule schedule, BooleanSupplier wanted, Consumer<String> log) {
    this.video = video;
    this.schedule = schedule;
    this.wanted = wanted;
    this.log = log;
  }

  /** Begins if the log wants so much; it ends with the timers. Any thread; does not block. */
  public void start() {
    if (wanted.getAsBoolean()) {
      schedule.after(EVERY, this::measure);
    }
  }

  private void measure() {
    schedule.after(EVERY, this::measure);
    video.measure(this::write);
  }

  private void write(Map<DeviceId, VideoFigures> measured) {
    measured.forEach(
        (device, figures) -> log.accept("Video of " + device + ": " + FigureLine.of(figures)));
  }
}
