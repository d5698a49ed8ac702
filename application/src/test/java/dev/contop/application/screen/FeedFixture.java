package dev.contop.application.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A feed of a fake desktop, and what it tells; looks after each test whether anything was left
 * behind.
 */
final class FeedFixture implements AfterEachCallback, ObserveScreen {

  static final ScreenSize SIZE = new ScreenSize(64, 48);
  static final Duration INTERVAL = Duration.ofMillis(20);

  private final FakeDesktop desktop = new FakeDesktop(SIZE);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<ScreenSize> resizings = new CopyOnWriteArrayList<>();
  private final List<String> news = new CopyOnWriteArrayList<>();
  private final List<WatchScreen.Watching> watching = new ArrayList<>();
  private final ScreenFeed feed =
      new ScreenFeed(
          desktop, SIZE, INTERVAL, () -> new Ticks(System.nanoTime()), this::captureThread, this);

  static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(2));
  }

  ScreenFeed feed() {
    return feed;
  }

  FakeDesktop desktop() {
    return desktop;
  }

  /** Each capture thread that was started. */
  List<Thread> threads() {
    return threads;
  }

  List<ScreenSize> resizings() {
    return resizings;
  }

  /** In the order in which they came: "lost: REASON" and "returned". */
  List<String> news() {
    return news;
  }

  /** Lets it watch until the test is over. */
  <R extends ReadFrames> R watch(R reader) {
    watching.add(feed.watch(reader));
    return reader;
  }

  void awaitEnd() {
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    watching.forEach(WatchScreen.Watching::close);
    awaitEnd();
    assertThat(desktop.closed()).isEqualTo(desktop.opened());
    assertThat(desktop.misuses()).isZero();
  }

  @Override
  public void resized(ScreenSize size) {
    resizings.add(size);
  }

  @Override
  public void lost(String reason) {
    news.add("lost: " + reason);
  }

  @Override
  public void returned() {
    news.add("returned");
  }

  private Thread captureThread(Runnable task) {
    Thread thread = new Thread(task, "capture");
    threads.add(thread);
    return thread;
  }
}
