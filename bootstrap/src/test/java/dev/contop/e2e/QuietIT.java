package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a still screen hardly anything is done or sent, and nothing is asked for (T78). */
@Timeout(90)
@Tag("alone")
class QuietIT {

  private static final int REPETITIONS = 4;

  /** A browser asks for a key frame after three seconds without any frame. */
  private static final double PATIENCE_MILLIS = 3000;

  private static final double SELDOM_MILLIS = 2000;
  private static final double KILOBITS = 5;

  /** Of one core, over all repetitions; 1 to 1.5 is usual. */
  private static final double BUSY_PERCENT = 5;

  private static final int COLOUR = 0xD04020;

  private static final String NEXT =
      """
      const look = async () => {
        for (const pc of window.made)
          for (const s of (await pc.getStats()).values())
            if (s.type === 'inbound-rtp' && s.kind === 'video') return s;
      };
      const pass = ms => new Promise(next => setTimeout(next, ms));
      const next = async before => {
        for (;;) {
          await pass(20);
          const now = await look();
          if (now?.framesDecoded !== before?.framesDecoded) return {...now, at: performance.now()};
        }
      };
      """;

  /** Waits until it is no longer made sharper: between two frames are 2 s. */
  private static final String REST =
      NEXT
          + """
      const [done] = arguments;
      (async () => {
        let before = await next(undefined);
        for (;;) {
          const now = await next(before);
          const rests = now.at - before.at > 2000;
          before = now;
          if (rests) break;
        }
        window.before = before;
        done(true);
      })();
      """;

  /**
   * From then on, for each frame: milliseconds since the one before it, bytes, key frames and
   * requests for such.
   */
  private static final String WATCH =
      NEXT
          + """
      const [frames, done] = arguments;
      (async () => {
        let before = window.before;
        const seen = [];
        while (seen.length < frames) {
          const now = await next(before);
          seen.push([now.at - before.at, now.bytesReceived - before.bytesReceived,
                     now.keyFramesDecoded - before.keyFramesDecoded, now.pliCount - before.pliCount]);
          before = now;
        }
        done(seen);
      })();
      """;

  @Test
  void shouldSendHardlyAnythingOfAStillScreen() throws Exception {
    try (Rig rig = Rig.start("quiet", 1280, 720);
        Painted window = Painted.window(rig.screen.display(), 300, 200, 500, 300, COLOUR)) {
      assertThat(window).isNotNull();

      // When
      List<Repetition> seen = rest(rig);

      // Then
      assertKeptAlive(seen);
      assertThat(kilobits(seen)).isLessThan(KILOBITS);
    }
  }

  @Test
  void shouldNotBeAskedForKeyFramesOfAScreenFullOfSmallText() throws Exception {
    try (Rig rig = Rig.start("quiet-text", 1280, 720);
        TextWindow text = TextWindow.still(rig.screen.display())) {
      assertThat(text).isNotNull();

      // When
      List<Repetition> seen = rest(rig);

      // Then: what is sent seldom goes on to make it sharper, so it is not small
      assertKeptAlive(seen);
    }
  }

  private static void assertKeptAlive(List<Repetition> seen) {
    System.out.printf("still screen: %.1f kbit/s: %s%n", kilobits(seen), seen);
    assertThat(seen)
        .hasSize(REPETITIONS)
        .allSatisfy(
            each -> {
              assertThat(each.millis()).isBetween(SELDOM_MILLIS, PATIENCE_MILLIS);
              assertThat(each.keyFrames()).as("key frames").isZero();
              assertThat(each.requests()).as("requests for key frames").isZero();
            });
  }

  /** What a phone gets of a screen that has been still for a while. */
  private static List<Repetition> rest(Rig rig) {
    PhoneBrowser phone = rig.phone.keepConnections();
    rig.live();
    phone.asyncScript(REST);
    Duration used = rig.host.processorTime();
    List<Repetition> seen = watch(phone);
    double busy =
        100
            * rig.host.processorTime().minus(used).toMillis()
            / seen.stream().mapToDouble(Repetition::millis).sum();
    System.out.printf("still screen: the host takes %.1f %% of a core%n", busy);
    assertThat(busy).isLessThan(BUSY_PERCENT);
    return seen;
  }

  /** In the long run, since it holds as many pauses as frames. */
  private static double kilobits(List<Repetition> seen) {
    return seen.stream().mapToInt(Repetition::bytes).sum()
        * 8
        / seen.stream().mapToDouble(Repetition::millis).sum();
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of lists of numbers.
  private static List<Repetition> watch(PhoneBrowser phone) {
    List<List<Number>> seen = (List<List<Number>>) phone.asyncScript(WATCH, REPETITIONS);
    return seen.stream().map(Repetition::of).toList();
  }

  /** A frame that was sent though nothing had changed, and the pause before it. */
  private record Repetition(double millis, int bytes, int keyFrames, int requests) {
    static Repetition of(List<Number> seen) {
      return new Repetition(
          seen.get(0).doubleValue(),
          seen.get(1).intValue(),
          seen.get(2).intValue(),
          seen.get(3).intValue());
    }
  }
}
