package dev.contop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every screen promises, whatever it shows. */
@Timeout(30)
public abstract class ScreenContract {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(150);

  protected Screen screen;

  /** The screen under test, opened anew for each test. */
  protected abstract OpenScreen subject() throws Exception;

  /** Makes something on the screen change, now or within two seconds. */
  protected abstract void change() throws Exception;

  @BeforeEach
  void openScreen() throws Exception {
    screen = subject().open();
  }

  @AfterEach
  void closeScreen() {
    screen.close();
  }

  /** Brings the screen to where everything that changed has been seen. */
  protected final void settle() throws ScreenUnavailable {
    screen.grab();
    while (screen.awaitChange(Duration.ofMillis(300))) {
      screen.grab();
    }
  }

  @Test
  void shouldLendADirectBufferOfTheSizeItTells() throws Exception {
    // When
    Frame frame = screen.grab();

    // Then
    assertThat(frame.size()).isEqualTo(screen.size());
    assertThat(frame.stride()).isGreaterThanOrEqualTo(4 * frame.size().width());
    assertThat(frame.pixels().isDirect()).isTrue();
    assertThat(frame.pixels().position()).isZero();
    assertThat(frame.pixels().remaining()).isEqualTo(frame.stride() * frame.size().height());
  }

  @Test
  void shouldLendTheSameMemoryAgainAndRewindIt() throws Exception {
    // Given
    Frame first = screen.grab();
    first.pixels().position(first.pixels().limit());

    // When
    Frame second = screen.grab();

    // Then
    assertThat(second.pixels()).isSameAs(first.pixels());
    assertThat(second.pixels().position()).isZero();
  }

  @Test
  void shouldLendTheLastFrameOnlyWhileNothingHasChanged() throws Exception {
    // Given
    assertThat(screen.last()).as("before the first grab").isEmpty();
    settle();

    // When
    Optional<Frame> last = screen.last();

    // Then
    last.ifPresent(
        frame -> {
          assertThat(frame.size()).isEqualTo(screen.size());
          assertThat(frame.pixels().position()).isZero();
        });
    change();
    assertThat(screen.awaitChange(LONG)).isTrue();
    assertThat(screen.last()).as("after a change").isEmpty();
  }

  @Test
  void shouldCallItselfChangedBeforeTheFirstGrab() throws Exception {
    assertThat(screen.awaitChange(LONG)).isTrue();
  }

  @Test
  void shouldNoticeAChange() throws Exception {
    // Given
    settle();

    // When
    change();

    // Then
    assertThat(screen.awaitChange(LONG)).isTrue();
  }

  @Test
  void shouldKeepAChangeKnownUntilTheNextGrab() throws Exception {
    // Given
    settle();
    change();
    assertThat(screen.awaitChange(LONG)).isTrue();

    // When
    boolean still = screen.awaitChange(Duration.ZERO);
    screen.grab();

    // Then
    assertThat(still).isTrue();
    assertThat(screen.awaitChange(Duration.ZERO)).isFalse();
  }

  @Test
  void shouldWaitItsTimeAndNotLessWhenNothingChanges() throws Exception {
    // Given
    settle();

    // When
    long start = System.nanoTime();
    boolean changed = screen.awaitChange(SHORT);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    // Then
    assertThat(changed).isFalse();
    assertThat(took).isBetween(SHORT, SHORT.plusSeconds(1));
  }

  @Test
  void shouldEndAWaitWhenWoken() throws Exception {
    // Given
    settle();
    Thread waking = new Thread(screen::wake);

    // When
    waking.start();
    long start = System.nanoTime();
    boolean changed = screen.awaitChange(Duration.ofMillis(900));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    waking.join();

    // Then
    assertThat(changed).isFalse();
    assertThat(took).isLessThan(Duration.ofMillis(800));
  }

  @Test
  void shouldNotLoseAWakeFromBeforeTheWait() throws Exception {
    // Given
    settle();
    screen.wake();
    screen.wake();

    // When
    long start = System.nanoTime();
    screen.awaitChange(Duration.ofMillis(900));
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    // Then
    assertThat(took).isLessThan(Duration.ofMillis(800));
  }

  @Test
  void shouldBeWokenOnceByManyWakes() throws Exception {
    // Given
    settle();
    screen.wake();
    screen.wake();
    screen.awaitChange(SHORT);

    // When
    long start = System.nanoTime();
    screen.awaitChange(SHORT);

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
  }

  @Test
  void shouldTakeAnyWaitHoweverLong() throws Exception {
    // Given
    settle();
    screen.wake();

    // Then
    assertThat(screen.awaitChange(Duration.ofSeconds(Long.MAX_VALUE))).isFalse();
  }

  @Test
  void shouldBeClosedTwiceAndWokenAfterwardsWithoutHarm() {
    // When
    screen.close();
    screen.close();

    // Then
    screen.wake();
  }
}
