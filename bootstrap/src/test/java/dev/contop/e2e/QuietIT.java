package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a still screen hardly anything is sent, and nothing is asked for (T78). */
@Timeout(90)
@Tag("alone")
class QuietIT {

  private static final int SECONDS = 10;

  /** One each 2.5 s, and one at either end of the window. */
  private static final int REPETITIONS = 6;

  /** Five in the long run, and a repetition more in a window is one more. */
  private static final double KILOBITS = 8;

  private static final int COLOUR = 0xD04020;

  /** So that the page's connection can be asked. */
  private static final String KEEP =
      """
      const Real = RTCPeerConnection;
      window.made = [];
      window.RTCPeerConnection = class extends Real {
        constructor(...how) { super(...how); window.made.push(this); }
      };
      """;

  /**
   * Frames, key frames and requests for such over some seconds, and kilobits a second, once it is
   * no longer made sharper: between two frames are 2 s.
   */
  private static final String WATCH =
      """
      const [seconds, done] = arguments;
      const look = async () => {
        for (const pc of window.made)
          for (const s of (await pc.getStats()).values())
            if (s.type === 'inbound-rtp' && s.kind === 'video') return s;
      };
      const pass = ms => new Promise(next => setTimeout(next, ms));
      (async () => {
        let before = await look();
        for (let since = performance.now(); performance.now() - since < 2000; await pass(50)) {
          const now = await look();
          if (now?.framesDecoded !== before?.framesDecoded) since = performance.now();
          before = now;
        }
        await pass(seconds * 1000);
        const after = await look();
        const more = name => after[name] - before[name];
        done([more('framesDecoded'), more('keyFramesDecoded'), more('pliCount'),
              more('bytesReceived') * 8 / 1000 / seconds]);
      })();
      """;

  @Test
  void shouldSendHardlyAnythingOfAStillScreen() throws Exception {
    try (Rig rig = Rig.start("quiet", 1280, 720);
        Painted window = Painted.window(rig.screen.display(), 300, 200, 500, 300, COLOUR)) {
      assertThat(window).isNotNull();

      // When
      List<Number> seen = rest(rig);

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
      List<Number> seen = rest(rig);

      // Then: what is sent seldom goes on to make it sharper, so it is not small
      assertKeptAlive(seen);
    }
  }

  private static void assertKeptAlive(List<Number> seen) {
    System.out.printf(
        "still screen over %d s: %s frames, %s key frames, %s requests, %.1f kbit/s%n",
        SECONDS, seen.get(0), seen.get(1), seen.get(2), kilobits(seen));
    assertThat(seen.get(0).intValue()).isBetween(SECONDS / 3, REPETITIONS);
    assertThat(seen.get(1).intValue()).as("key frames").isZero();
    assertThat(seen.get(2).intValue()).as("requests for key frames").isZero();
  }

  /** What a phone gets of a screen that has been still for a while. */
  private static List<Number> rest(Rig rig) {
    PhoneBrowser phone = rig.phone;
    phone
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", KEEP));
    rig.live();
    return watch(phone);
  }

  private static double kilobits(List<Number> seen) {
    return seen.get(3).doubleValue();
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of numbers.
  private static List<Number> watch(PhoneBrowser phone) {
    return (List<Number>) phone.asyncScript(WATCH, SECONDS);
  }
}
