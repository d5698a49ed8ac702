package dev.contop.webrtc;

import dev.contop.application.time.Schedule;
import dev.contop.domain.media.PictureFit;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how much the link of one peer carries and its encoder manages while its picture moves, and
 * has the picture reduced where that is too little for it. On a still screen it rests until
 * something changes (T78).
 *
 * <p>Belongs to the peer's queue.
 */
final class FitWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FitWatch.class);

  private static final Duration EVERY = Duration.ofMillis(500);

  /** The picture that goes over the link. */
  interface Picture {

    /** Shows no more than fits the link, from the next frame on. */
    void reduce(PictureFit toLink);

    /**
     * Has {@code told} called once, on the capture thread, with the next frame that is not a
     * repetition.
     */
    void whenMoved(Runnable told);
  }

  private final Picture picture;
  private final Runnable refresh;
  private final Schedule schedule;
  private final Consumer<Runnable> post;
  private final Consumer<Consumer<FitSample>> statistics;

  private PictureFit fit = PictureFit.WHOLE;
  private Optional<FitSample> before = Optional.empty();

  /**
   * @param refresh asks for a picture at once
   * @param post puts work on the peer's queue; any thread
   * @param statistics looks at the connection, if it is still there
   */
  FitWatch(
      Picture picture,
      Runnable refresh,
      Schedule schedule,
      Consumer<Runnable> post,
      Consumer<Consumer<FitSample>> statistics) {
    this.picture = picture;
    this.refresh = refresh;
    this.schedule = schedule;
    this.post = post;
    this.statistics = statistics;
  }

  void begin() {
    before = Optional.empty();
    look();
  }

  private void look() {
    statistics.accept(this::judge);
  }

  private void judge(FitSample now) {
    boolean moves = before.filter(earlier -> now.frames() == earlier.frames()).isEmpty();
    before.ifPresent(earlier -> fit(earlier, now));
    before = Optional.of(now);
    if (moves || fit.isReduced()) {
      schedule.after(EVERY, () -> post.accept(this::look));
    } else {
      picture.whenMoved(() -> post.accept(this::begin));
    }
  }

  private void fit(FitSample earlier, FitSample now) {
    int step = fit.step();
    now.since(earlier).ifPresent(load -> fit = fit.measured(load, now.at()));
    if (fit.step() != step) {
      LOG.debug("The picture is reduced by {} steps", fit.step());
      picture.reduce(fit);
      refresh.run();
    }
  }
}
