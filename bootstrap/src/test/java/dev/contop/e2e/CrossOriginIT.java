package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A page of somebody else's in the owner's own browser, on the computer that runs the host, tries
 * everything that pages can do (T93). The browser's own protection of local addresses is off, so
 * that it is the host that is tried.
 */
@Timeout(300)
class CrossOriginIT {

  private static final String UNPROTECTED =
      String.join(
          ",",
          "BlockInsecurePrivateNetworkRequests",
          "PrivateNetworkAccessSendPreflights",
          "PrivateNetworkAccessRespectPreflightResults",
          "PrivateNetworkAccessForNavigations",
          "PrivateNetworkAccessForIframes",
          "LocalNetworkAccessChecks",
          "LocalNetworkAccessForNavigations");

  private static final List<String> BROWSER =
      List.of("--host-resolver-rules=MAP *.example 127.0.0.1", "--disable-popup-blocking");

  /** All that there is on the loopback listener, and what may come to be there. */
  private static final List<String> PATHS =
      List.of(
          "/api/pair?connection_type=temp",
          "/api/pair?device_id=stolen",
          "/api/pair/status",
          "/api/qr-image",
          "/api/devices",
          "/api/connection-info",
          "/api/sessions",
          "/");

  private static PhoneBrowser browser() {
    return PhoneBrowser.open(1200, 900, UNPROTECTED, BROWSER);
  }

  /** The lines of the audit log that tell of pairings and what became of them. */
  private static long pairings(HostProcess host) throws IOException {
    try (Stream<Path> days = Files.list(host.dataFolder().resolve("audit"))) {
      long count = 0;
      for (Path day : days.toList()) {
        count +=
            Files.readAllLines(day).stream()
                .filter(line -> line.contains("\"paired\"") || line.contains("revoked"))
                .count();
      }
      return count;
    }
  }

  private static Map<String, String> attack(
      PhoneBrowser browser, String page, String base, List<String> sockets) {
    browser.driver().get(page);
    Object told =
        browser.asyncScript(
            "const done = arguments[arguments.length - 1];"
                + "window.attack(arguments[0], arguments[1], arguments[2]).then(done)",
            base,
            PATHS,
            sockets);
    Map<String, String> outcomes = new TreeMap<>();
    ((Map<?, ?>) told)
        .forEach((what, outcome) -> outcomes.put(what.toString(), outcome.toString()));
    return outcomes;
  }

  @Test
  @Tag("alone")
  void shouldGiveNothingToPagesOfOtherSites() throws Exception {
    try (Rig rig = Rig.start("crossorigin", 1280, 720);
        EvilSite site = EvilSite.open();
        EvilSite decoy = EvilSite.open();
        PhoneBrowser browser = browser()) {
      long before = pairings(rig.host);
      String token = rig.host.link().replaceAll(".*#t=([^&]*)&.*", "$1");
      assertThat(before).isEqualTo(1);

      // Given an attack that works on whoever does not defend themselves
      String page = "http://attacker.example:" + site.port() + "/attack.html";
      Map<String, String> open =
          attack(browser, page, "http://127.0.0.1:" + decoy.port(), List.of());
      assertThat(decoy.noted)
          .contains(
              "POST /api/pair iframe",
              "POST /api/pair empty",
              "GET /api/devices image",
              "GET /api/devices script",
              "GET /api/devices iframe",
              "GET /api/devices style",
              "DELETE /api/pair empty");
      assertThat(open.get("marked /api/pair?connection_type=temp")).startsWith("cors 200");

      // When it comes from another site, and from another port of this one
      for (String origin : List.of("attacker.example", "127.0.0.1", "localhost")) {
        for (String name : List.of("127.0.0.1", "localhost")) {
          // A page of this computer may show a token: whoever has one there needs no page.
          String signaling = "ws://" + name + ":" + rig.host.port() + "/ws/signaling";
          Map<String, String> outcomes =
              attack(
                  browser,
                  "http://" + origin + ":" + site.port() + "/attack.html",
                  "http://" + name + ":" + rig.host.adminPort(),
                  List.of(
                      "ws://" + name + ":" + rig.host.adminPort() + "/ws/signaling",
                      signaling + "?device=phone-1",
                      signaling + (origin.endsWith(".example") ? "?token=" + token : "")));

          // Then nothing can be read, nothing opens, and nothing was paired
          assertThat(readable(outcomes)).isEmpty();
          assertThat(pairings(rig.host)).isEqualTo(before);
        }
      }
      System.out.printf(
          "cross-origin: %d attempts a page on the decoy, none worked on the host%n", open.size());
      rig.live();
    }
  }

  /** The attempts of which a page learned or reached anything. */
  private static Set<String> readable(Map<String, String> outcomes) {
    Set<String> worked = new HashSet<>();
    outcomes.forEach(
        (what, outcome) -> {
          boolean harmless =
              outcome.equals("submitted")
                  || outcome.equals("true")
                  || outcome.equals("error")
                  || outcome.equals("refused")
                  || outcome.startsWith("failed")
                  || outcome.startsWith("opaque 0 0")
                  // An event that a frame's error page causes too.
                  || (what.startsWith("iframe") && outcome.equals("loaded"));
          if (!harmless) {
            worked.add(what + ": " + outcome);
          }
        });
    return worked;
  }

  @Test
  void shouldGiveNothingToANameThatIsMadeToMeanThisComputer() throws Exception {
    try (Rig rig = Rig.start("rebinding", 1280, 720);
        PhoneBrowser browser = browser()) {
      long before = pairings(rig.host);

      // When the page's own name leads to the loopback listener
      String base = "http://rebound.example:" + rig.host.adminPort();
      for (String path : List.of("/health", "/", "/api/connection-info", "/api/devices")) {
        browser.driver().get(base + path);
        assertThat(browser.script("return document.body.textContent"))
            .asString()
            .contains("This answers only to this machine.");
      }
      Object statuses =
          browser.asyncScript(
              """
              const done = arguments[arguments.length - 1];
              const marked = { 'X-Contop': '1' };
              Promise.all([
                fetch('/api/pair', { method: 'POST' }),
                fetch('/api/pair', { method: 'POST', headers: marked }),
                fetch('/api/pair', { method: 'DELETE', headers: marked }),
                fetch('/api/devices'),
                fetch('/api/qr-image'),
              ]).then(all => done(all.map(one => one.status).join(' ')), error => done(error.name));
              """);

      // Then
      assertThat(statuses).isEqualTo("403 403 403 403 403");
      assertThat(pairings(rig.host)).isEqualTo(before);
    }
  }

  @Test
  void shouldNotBeShownInAFrameOfAnotherSite() throws Exception {
    try (Rig rig = Rig.start("framing", 1280, 720);
        EvilSite site = EvilSite.open();
        PhoneBrowser browser = browser()) {
      // When
      browser.driver().get("http://attacker.example:" + site.port() + "/attack.html");
      browser.asyncScript(
          """
          const done = arguments[arguments.length - 1];
          const frame = document.createElement('iframe');
          frame.src = arguments[0];
          frame.onload = () => done(true);
          document.body.append(frame);
          """,
          rig.host.link());
      browser.driver().switchTo().frame(0);

      // Then
      assertThat(browser.script("return document.getElementById('screen')")).isNull();
      assertThat(browser.script("return document.documentElement.dataset.state")).isNull();
    }
  }
}
