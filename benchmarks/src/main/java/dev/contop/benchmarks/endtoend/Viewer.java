package dev.contop.benchmarks.endtoend;

import dev.contop.e2e.PhoneBrowser;
import java.io.IOException;
import java.time.Duration;

/** A real Chromium that looks at a contender and measures what it sees. */
final class Viewer implements AutoCloseable {

  private static final int SCREEN_WIDTH = 1920;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PhoneBrowser browser;

  private Viewer(PhoneBrowser browser) {
    this.browser = browser;
  }

  /**
   * @param seconds the longest that will be measured at once
   */
  static Viewer open(int seconds) {
    PhoneBrowser browser = PhoneBrowser.open(800, 600);
    browser.driver().manage().timeouts().scriptTimeout(PATIENCE.plusSeconds(seconds));
    return new Viewer(browser);
  }

  /** Opens the page anew and connects; the marks, in milliseconds since the socket opened. */
  Measured connect(Standing standing) throws IOException {
    return connect(standing.page(), standing.socket(), standing.script());
  }

  /** The same for what speaks the host's messages. */
  Measured connect(String page, String socket) throws IOException {
    return connect(page, socket, Standing.RTC);
  }

  private Measured connect(String page, String socket, String script) throws IOException {
    browser.visit(page);
    browser.script(Resources.text("strip.js"));
    browser.script(Resources.text(script));
    return Measured.of(
        browser.asyncScript(
            "const done = arguments[arguments.length - 1];"
                + "probe.connect(arguments[0], arguments[1])"
                + ".then(done, e => done({error: String(e)}))",
            socket,
            SCREEN_WIDTH));
  }

  /** Looks for so many seconds. */
  Measured picture(int seconds) {
    return measure("probe.picture(" + seconds + ")");
  }

  /** Asks a question on the data channel that often, one after the other. */
  Measured roundTrips(int count) {
    return measure("probe.roundTrips(" + count + ")");
  }

  private Measured measure(String promise) {
    return Measured.of(
        browser.asyncScript(
            "const done = arguments[arguments.length - 1]; "
                + promise
                + ".then(done, e => done({error: String(e)}))"));
  }

  void leave() {
    browser.script("probe.leave()");
  }

  @Override
  public void close() {
    browser.close();
  }
}
