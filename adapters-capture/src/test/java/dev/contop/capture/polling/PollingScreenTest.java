package dev.contop.capture.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.ScreenContract;
import dev.contop.capture.x11.Pixels;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** T78: what is found by looking, on a desktop that counts the looks. */
class PollingScreenTest extends ScreenContract {

  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final int COLOUR = 0x405060;

  private final FakeDesktop desktop = new FakeDesktop();
  private int colour = 1;

  @Override
  protected OpenScreen subject() {
    return () -> PollingScreen.open(desktop, INTERVAL);
  }

  @Override
  protected void change() {
    desktop.paint(colour++);
  }

  @Test
  void shouldLendWhatIsShown() throws Exception {
    // Given
    desktop.paint(COLOUR);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(pixels.count(COLOUR)).isEqualTo(40 * 30);
  }

  @Test
  void shouldNotCallAStillScreenChangedHoweverOftenItIsLookedAt() throws Exception {
    // Given
    settle();
    int before = desktop.looks();

    // When
    boolean changed = screen.awaitChange(Duration.ofMillis(500));

    // Then: as often as is asked at first, and never more often
    assertThat(changed).isFalse();
    assertThat(desktop.looks() - before).isBetween(5, 26);
  }

  @Test
  void shouldLookOnceForAChangeThatIsGrabbedAtOnce() throws Exception {
    // Given
    settle();
    int before = desktop.looks();
    desktop.paint(COLOUR);

    // When
    while (!screen.awaitChange(Duration.ZERO)) {
      Thread.onSpinWait();
    }
    int found = desktop.looks() - before;
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(found).isEqualTo(1);
    assertThat(desktop.looks() - before).isBetween(1, 2);
    assertThat(pixels.count(COLOUR)).isEqualTo(40 * 30);
  }

  @Test
  void shouldDrawAnArrowWhoseTipIsWhereThePointerIs() throws Exception {
    // Given
    desktop.paint(COLOUR);
    desktop.pointAt(7, 5);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    for (int row = 0; row < Arrow.ROWS.size(); row++) {
      String expected = Arrow.ROWS.get(row);
      for (int column = 0; column < expected.length(); column++) {
        assertThat(pixels.at(7 + column, 5 + row))
            .as("%d, %d", column, row)
            .isEqualTo(
                switch (expected.charAt(column)) {
                  case '#' -> Arrow.INK;
                  case '.' -> Arrow.PAPER;
                  default -> COLOUR;
                });
      }
    }
    assertThat(pixels.count(COLOUR)).isEqualTo(40 * 30 - arrow());
  }

  private static int arrow() {
    return Arrow.ROWS.stream().mapToInt(row -> row.replace(" ", "").length()).sum();
  }

  @Test
  void shouldCutTheArrowAtTheEdges() throws Exception {
    // Given
    desktop.paint(COLOUR);

    // When
    desktop.pointAt(39, 29);
    Pixels corner = Pixels.of(screen.grab());
    int left = corner.count(COLOUR);
    desktop.pointAt(-3, -2);
    Pixels above = Pixels.of(screen.grab());

    // Then
    assertThat(left).isEqualTo(40 * 30 - 1);
    assertThat(above.at(0, 2)).isEqualTo(Arrow.PAPER);
    assertThat(above.at(1, 2)).isEqualTo(Arrow.INK);
    desktop.pointAt(5000, -5000);
    assertThat(Pixels.of(screen.grab()).count(COLOUR)).isEqualTo(40 * 30);
  }

  @Test
  void shouldLeaveNoTraceOfThePointer() throws Exception {
    // Given
    desktop.paint(COLOUR);
    desktop.pointAt(7, 5);
    screen.grab();

    // When
    desktop.hidePointer();

    // Then
    assertThat(screen.awaitChange(Duration.ofSeconds(5))).isTrue();
    assertThat(Pixels.of(screen.grab()).count(COLOUR)).isEqualTo(40 * 30);
  }

  @Test
  void shouldCallAMovedPointerAChangeAndARestingOneNone() throws Exception {
    // Given
    desktop.pointAt(7, 5);
    settle();

    // When
    boolean resting = screen.awaitChange(Duration.ofMillis(100));
    desktop.pointAt(8, 5);
    boolean moved = screen.awaitChange(Duration.ofSeconds(5));

    // Then
    assertThat(resting).isFalse();
    assertThat(moved).isTrue();
  }

  @Test
  void shouldFollowAChangeOfSize() throws Exception {
    // Given
    settle();
    ScreenSize odd = new ScreenSize(51, 17);

    // When
    desktop.resize(odd);

    // Then
    assertThat(screen.awaitChange(Duration.ofSeconds(5))).isTrue();
    assertThat(screen.size()).isEqualTo(odd);
    Frame frame = screen.grab();
    assertThat(frame.size()).isEqualTo(odd);
    assertThat(frame.pixels().remaining()).isEqualTo(51 * 17 * 4);
    assertThat(screen.grab().pixels()).isSameAs(frame.pixels());
    assertThat(screen.awaitChange(Duration.ofMillis(100))).isFalse();
  }

  @Test
  void shouldNotVouchForAPictureThatItSawLongAgo() throws Exception {
    // Given
    screen.grab();

    // When
    long seen = System.nanoTime();
    while (System.nanoTime() - seen < 2 * INTERVAL.toNanos()) {
      Thread.onSpinWait();
    }

    // Then
    assertThat(screen.last()).isEqualTo(Optional.empty());
  }

  @Test
  void shouldSayWhatStandsInTheWayAndCloseWhatItWasGiven() {
    // Given
    desktop.takeAway("The lid is shut");

    // When / Then
    assertThatThrownBy(() -> screen.grab())
        .isInstanceOfSatisfying(
            ScreenUnavailable.class,
            gone -> assertThat(gone.reason()).isEqualTo("The lid is shut"));
    assertThatThrownBy(() -> PollingScreen.open(desktop, INTERVAL))
        .isInstanceOf(ScreenUnavailable.class);
    assertThat(desktop.closed()).isEqualTo(1);
    screen.close();
    screen.close();
    assertThat(desktop.closed()).isEqualTo(2);
  }
}
