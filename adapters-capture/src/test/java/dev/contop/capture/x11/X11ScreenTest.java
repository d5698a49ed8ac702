package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.jna.Pointer;
import dev.contop.application.screen.OpenScreen;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On this machine: shared memory, told by the server. */
class X11ScreenTest extends X11ScreenContract {

  private static Xvfb server;

  @BeforeAll
  static void startServer() throws Exception {
    server = Xvfb.start("641x481x24");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected Xvfb server() {
    return server;
  }

  /** One frame at 30 a second. */
  @Override
  protected Duration interval() {
    return Duration.ofNanos(1_000_000_000L / 30);
  }

  @Override
  protected OpenScreen subject() {
    return new OpenX11Screen(server.display());
  }

  @Test
  void shouldShareItsMemoryWithTheServer() throws Exception {
    // Given
    long before = Leaks.segments();

    // When
    screen.grab();

    // Then
    assertThat(Leaks.segments()).isEqualTo(before + 1);
  }

  @Test
  void shouldNoticeAChangeAfterQuietWithin50Milliseconds() throws Exception {
    // Given
    settle();
    long[] painted = new long[1];
    Thread painting =
        new Thread(
            () -> {
              painted[0] = System.nanoTime();
              try {
                change();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });

    // When
    painting.start();
    boolean changed = screen.awaitChange(Duration.ofSeconds(5));
    long noticed = System.nanoTime();
    painting.join();

    // Then
    assertThat(changed).isTrue();
    assertThat(Duration.ofNanos(noticed - painted[0])).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void shouldSleepWhileNothingChanges() throws Exception {
    // Given
    settle();
    long before = contextSwitches();
    long cpu = cpuNanos();

    // When
    boolean changed = screen.awaitChange(Duration.ofSeconds(1));

    // Then: four looks at the pointer, each of which waits for its answer, and the end of the wait
    assertThat(changed).isFalse();
    assertThat(contextSwitches() - before).isLessThan(20);
    assertThat(Duration.ofNanos(cpuNanos() - cpu)).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void shouldForgetDamageThatTheNextGrabShows() throws Exception {
    try (XConnection connection = XConnection.open(server.display());
        NoticeDamage notice =
            NoticeDamage.on(connection, connection.extension("DAMAGE").orElseThrow())) {
      // Given
      connection.rootSize();
      change();
      Pointer event = await().until(connection::nextEvent, Objects::nonNull);
      boolean before = notice.isNews(event);

      // When
      notice.beforeGrab(Damage.whole(screen.size()));

      // Then
      assertThat(before).isTrue();
      assertThat(notice.isNews(event)).isFalse();
      XConnection.free(event);
    }
  }

  /** T78, counted where the requests are sent. */
  @Test
  void shouldAskForNoPictureWhileNothingChangesAndForOneAfterAChange() throws Exception {
    // Given
    settle();
    X11Screen counted = (X11Screen) screen;
    int before = counted.requests();

    // When
    boolean changed = screen.awaitChange(Duration.ofSeconds(2));
    screen.grab();
    int whileStill = counted.requests() - before;
    change();
    boolean changedAfterwards = screen.awaitChange(Duration.ofSeconds(5));
    screen.grab();
    screen.grab();

    // Then
    assertThat(changed).isFalse();
    assertThat(whileStill).isZero();
    assertThat(changedAfterwards).isTrue();
    assertThat(counted.requests() - before).isEqualTo(1);
  }

  /** T78: a blinking caret is no reason to fetch the screen. */
  @Test
  void shouldFetchNoMoreThanHasChanged() throws Exception {
    // Given
    settle();
    desktop().paintRoot(0x123456, 300, 200, 2, 16);

    // When
    Damage caret = screen.grab().damage();
    desktop().warpPointer(100, 101);
    Damage pointer = screen.grab().damage();
    Damage nothing = screen.grab().damage();

    // Then
    assertThat(caret).isEqualTo(Damage.of(new ScreenArea(300, 200, new ScreenSize(2, 16))));
    assertThat(pointer.isNone()).isFalse();
    assertThat(pointer.covers(caret)).isFalse();
    assertThat(nothing).isEqualTo(Damage.NONE);
  }

  /** Damage in the same place is told of again after each grab. */
  @Test
  void shouldBeToldAgainOfTheSamePlace() throws Exception {
    // Given
    settle();
    for (int i = 1; i <= 20; i++) {
      // When
      desktop().paintRoot(i, 300, 200, 2, 16);

      // Then
      assertThat(screen.awaitChange(Duration.ofSeconds(5))).isTrue();
      assertThat(Pixels.of(screen.grab()).at(301, 207)).isEqualTo(i);
    }
  }

  @Test
  void shouldNotBeToldTwiceOfWhatIsDrawnManyTimes() throws Exception {
    // Given
    settle();
    for (int i = 0; i < 100; i++) {
      change();
    }

    // When
    screen.grab();

    // Then
    assertThat(screen.awaitChange(Duration.ofMillis(300))).isFalse();
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long contextSwitches() throws Exception {
    return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
        .filter(line -> line.startsWith("voluntary_ctxt_switches"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
