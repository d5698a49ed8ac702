package dev.contop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium of the size of a phone, without a window. */
public final class PhoneBrowser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** It warns at every start that it does not know this browser's newest debugging interface. */
  private static final Logger NOISE = Logger.getLogger("org.openqa.selenium");

  private static final String KEEP =
      """
      const Real = RTCPeerConnection;
      window.made = [];
      window.RTCPeerConnection = class extends Real {
        constructor(...how) { super(...how); window.made.push(this); }
      };
      """;

  static {
    NOISE.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private boolean killed;

  private PhoneBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  public static PhoneBrowser open() {
    return open(390, 844);
  }

  public static PhoneBrowser open(int width, int height) {
    return open(width, height, "WebRtcHideLocalIpsWithMdns", List.of());
  }

  /** A browser with further arguments, and with these features of its own switched off. */
  static PhoneBrowser open(int width, int height, String without, List<String> more) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=" + without,
        "--autoplay-policy=no-user-gesture-required",
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        "--disable-dev-shm-usage");
    options.addArguments(more);
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of("deviceMetrics", Map.of("width", width, "height", height, "pixelRatio", 2.0)));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return new PhoneBrowser(driver);
  }

  /** Runs a script in every page from now on, before any of its own. */
  public PhoneBrowser beforeEachPage(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    return this;
  }

  /** Of every page from now on, {@code window.made} holds the connections that it makes. */
  PhoneBrowser keepConnections() {
    return beforeEachPage(KEEP);
  }

  /** Ends those connections as a phone does that leaves. */
  void hangUp() {
    script("window.made.forEach(one => one.close())");
  }

  public PhoneBrowser visit(String link) {
    // From another page, so that a link that differs only in its fragment loads anew.
    driver.get("about:blank");
    driver.get(link);
    return this;
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** What the page says of itself: {@code live}, {@code lost} and so on. */
  public String state() {
    return String.valueOf(script("return document.documentElement.dataset.state"));
  }

  public PhoneBrowser awaitState(String... states) {
    await("state " + List.of(states), () -> List.of(states).contains(state()));
    return this;
  }

  /** Waits until pictures are decoded. */
  public PhoneBrowser awaitPicture() {
    await(
        "a picture",
        () ->
            Boolean.TRUE.equals(
                script(
                    "const v = document.getElementById('screen');"
                        + "return v.videoWidth > 0 && v.readyState >= 2")));
    return this;
  }

  public WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  /** Runs {@code body} in the page; what it returns, if anything. */
  public @Nullable Object script(String body, Object... arguments) {
    return driver.executeScript(body, arguments);
  }

  /** The same for a script that returns something. */
  public Object value(String body, Object... arguments) {
    return Objects.requireNonNull(script(body, arguments));
  }

  /** The same for a script that calls its last argument with the result. */
  public Object asyncScript(String body, Object... arguments) {
    return Objects.requireNonNull(driver.executeAsyncScript(body, arguments));
  }

  public void await(String what, java.util.function.BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  /** For what takes its time. */
  public void await(String what, Duration atMost, java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, atMost, Duration.ofMillis(50))
        .withMessage(() -> "waited for " + what + ", state is " + state())
        .until(unused -> condition.getAsBoolean());
  }

  public void screenshot(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Ends the browser as a crash would: nothing is said to anyone. */
  public void kill() {
    long pid =
        (Long) Objects.requireNonNull(driver.getCapabilities().getCapability("goog:processID"));
    ProcessHandle browser = ProcessHandle.of(pid).orElseThrow();
    browser.descendants().forEach(ProcessHandle::destroyForcibly);
    browser.destroyForcibly();
    killed = true;
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } catch (org.openqa.selenium.WebDriverException gone) {
      if (!killed) {
        throw gone;
      }
    }
  }
}
