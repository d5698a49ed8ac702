package dev.contop.webrtc;

import dev.contop.application.time.Schedule;
import dev.contop.domain.media.Sharpening;
import java.util.function.Consumer;

/**
 * Looks how the encoder of one peer refines a still picture, so that this ends when it is of no
 * more use (T78).
 *
 * <p>It looks while a picture that is not sharp is repeated. Once it is sharp it looks after each
 * of the seldom repetitions, and for one thing only: whether the phone had missed something and was
 * given a key frame, which has to be refined anew. Belongs to the peer's queue.
 */
final class SharpWatch {

  private final Sharpness sharpness;
  private final Runnable refresh;
  private final Schedule schedule;
  private final Consumer<Runnable> post;
  private final Consumer<Consumer<SharpSample>> statistics;

  private SharpSample before = SharpSample.NOTHING;
  private Sharpening sharpening = Sharpening.BEGUN;
  private int picture;

  /**
   * @param refresh asks for a picture at once
   * @param post puts work on the peer's queue; any thread
   * @param statistics looks at the connection, if it is still there
   */
  SharpWatch(
      Sharpness sharpness,
      Runnable refresh,
      Schedule schedule,
      Consumer<Runnable> post,
      Consumer<Consumer<SharpSample>> statistics) {
    this.sharpness = sharpness;
    this.refresh = refresh;
    this.schedule = schedule;
    this.post = post;
    this.statistics = statistics;
  }

  /** Waits for a repetition. */
  void begin() {
    sharpness.whenRepeated(() -> post.accept(this::repeated));
  }

  private void repeated() {
    if (sharpness.isSharp()) {
      later(this::rejudge);
    } else {
      statistics.accept(this::follow);
    }
  }

  private void follow(SharpSample now) {
    before = now;
    picture = sharpness.picture();
    sharpening = Sharpening.BEGUN;
    later(this::judge);
  }

  private void judge(SharpSample now) {
    if (sharpness.picture() != picture) {
      follow(now);
      return;
    }
    sharpening = sharpening.measured(now.since(before));
    before = now;
    if (sharpening.isOver()) {
      sharpness.found(picture);
      begin();
    } else {
      later(this::judge);
    }
  }

  private void rejudge(SharpSample now) {
    boolean anew = now.keyFrames() > before.keyFrames();
    before = now;
    if (anew) {
      sharpness.changed();
      refresh.run();
    }
    begin();
  }

  private void later(Consumer<SharpSample> look) {
    schedule.after(Sharpening.WINDOW, () -> post.accept(() -> statistics.accept(look)));
  }
}
