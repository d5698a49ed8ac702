package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Another Chromium that shares its screen by {@code getDisplayMedia}. */
final class ChromiumHost implements Contender {

  @Override
  public String name() {
    return "chromium";
  }

  @Override
  public String title() {
    return "Chromium, getDisplayMedia";
  }

  @Override
  public List<Needed> needs() {
    return List.of();
  }

  /** The relay between its page and the viewer is started as well, and is no part of its cost. */
  @Override
  public Standing start(Path work, String display) throws IOException {
    Started relay = ScriptedPeer.run(work, display, "relay.py", List.of());
    String port = ScriptedPeer.port(relay);
    try {
      ChromeDriver driver = browser(display);
      try {
        driver.get("http://127.0.0.1:" + port + "/");
        driver.executeScript(Resources.text("capture.js"));
        Measured.of(
            Objects.requireNonNull(
                driver.executeAsyncScript(
                    "const done = arguments[arguments.length - 1];"
                        + "share(arguments[0]).then(done, e => done({error: String(e)}))",
                    "ws://127.0.0.1:" + port + "/host")));
      } catch (RuntimeException | IOException unusable) {
        driver.quit();
        throw unusable;
      }
      Object pid = driver.getCapabilities().getCapability("goog:processID");
      ProcessTree tree = new ProcessTree(List.of((Long) Objects.requireNonNull(pid)));
      return Standing.onPort(port, display, tree, List.of(relay, driver::quit));
    } catch (RuntimeException | IOException unusable) {
      relay.close();
      throw unusable;
    }
  }

  /** With a window, since without one it has no screen to share; scenes are drawn over it. */
  private static ChromeDriver browser(String display) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=WebRtcHideLocalIpsWithMdns",
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        "--disable-dev-shm-usage",
        "--auto-select-desktop-capture-source=Entire screen",
        "--window-size=400,300");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("DISPLAY", display))
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    return driver;
  }
}
