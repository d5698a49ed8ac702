package dev.contop.e2e;

import org.openqa.selenium.By;

/** The page that lists and plays recordings, in a browser on the computer of the host. */
final class RecordingsPage implements AutoCloseable {

  final PhoneBrowser browser = PhoneBrowser.open(1100, 900);

  RecordingsPage visit(HostProcess host) {
    browser.visit("http://127.0.0.1:" + host.adminPort() + "/recordings");
    browser.await("the list", () -> count("#kept button") > 0);
    return this;
  }

  int count(String css) {
    return browser.driver().findElements(By.cssSelector(css)).size();
  }

  /** Plays the newest. */
  void play() {
    browser.driver().findElement(By.cssSelector("#kept button")).click();
  }

  void play(RecordedFile file) {
    browser.await(file.name(), () -> count("#kept button[data-name='" + file.name() + "']") == 1);
    browser
        .driver()
        .findElement(By.cssSelector("#kept button[data-name='" + file.name() + "']"))
        .click();
  }

  /** What {@code expression} of {@code video} is; -1 if it is no number yet. */
  double number(String expression) {
    Object value =
        browser.value(
            "const video = document.getElementById('video');"
                + " try { const n = Number("
                + expression
                + "); return Number.isFinite(n) ? n : -1; } catch { return -1; }");
    return ((Number) value).doubleValue();
  }

  /** All captions so far. */
  String cues() {
    return browser.value("return document.getElementById('cues').textContent").toString();
  }

  /** The captions that are on the picture now. */
  String shown() {
    return browser
        .value(
            "return [...(document.getElementById('video').textTracks[0].activeCues ?? [])]"
                + ".map((c) => c.text).join('|')")
        .toString();
  }

  @Override
  public void close() {
    browser.close();
  }
}
