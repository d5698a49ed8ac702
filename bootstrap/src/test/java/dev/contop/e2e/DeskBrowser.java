package dev.contop.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The dashboard in a browser on the computer of the host. */
final class DeskBrowser implements AutoCloseable {

  /** Keeps what the browser forbids and what fails, from the first moment of each page. */
  private static final String EARS =
      """
      window.wrongs = [];
      document.addEventListener('securitypolicyviolation', e =>
        wrongs.push(e.violatedDirective + ' ' + e.blockedURI));
      addEventListener('error', e => wrongs.push(String(e.message)));
      addEventListener('unhandledrejection', e => wrongs.push(String(e.reason)));
      window.alert = () => wrongs.push('alert');
      """;

  final PhoneBrowser browser;

  private DeskBrowser(PhoneBrowser browser) {
    this.browser = browser;
    browser.beforeEachPage(EARS);
  }

  /** Opens the dashboard of {@code host} and waits until it shows something. */
  static DeskBrowser open(HostProcess host) {
    DeskBrowser desk = new DeskBrowser(PhoneBrowser.open(1280, 900));
    desk.browser.visit("http://127.0.0.1:" + host.adminPort() + "/");
    desk.awaitHost("here");
    return desk;
  }

  /** A browser that finds another way to the loopback listener, through {@code port}. */
  static DeskBrowser through(int port, HostProcess host) {
    String way = "MAP 127.0.0.1:" + host.adminPort() + " 127.0.0.1:" + port;
    return new DeskBrowser(
        PhoneBrowser.open(390, 844, "Translate", List.of("--host-resolver-rules=" + way)));
  }

  void awaitHost(String state) {
    browser.await(
        "the host to be " + state,
        () -> state.equals(browser.script("return document.documentElement.dataset.host")));
  }

  Optional<WebElement> find(String css) {
    return browser.driver().findElements(By.cssSelector(css)).stream()
        .filter(DeskBrowser::isShown)
        .findFirst();
  }

  private static boolean isShown(WebElement element) {
    try {
      return element.isDisplayed();
    } catch (StaleElementReferenceException goneMeanwhile) {
      return false;
    }
  }

  WebElement await(String css) {
    browser.await(css, () -> find(css).isPresent());
    return find(css).orElseThrow();
  }

  void awaitNo(String css) {
    browser.await("no " + css, () -> find(css).isEmpty());
  }

  /** Presses a button, as one finds it by its text, within what {@code css} names. */
  void press(String css, String text) {
    browser.await(text, () -> pressed(css, text));
  }

  private boolean pressed(String css, String text) {
    try {
      Optional<WebElement> found =
          browser.driver().findElements(By.cssSelector(css + " button")).stream()
              .filter(button -> button.isDisplayed() && button.isEnabled())
              .filter(button -> button.getText().equals(text))
              .findFirst();
      found.ifPresent(WebElement::click);
      return found.isPresent();
    } catch (StaleElementReferenceException goneMeanwhile) {
      return false;
    }
  }

  /** All that can be read in what {@code css} names. */
  String text(String css) {
    return String.valueOf(
        browser.script("return document.querySelector(arguments[0])?.innerText ?? ''", css));
  }

  void awaitText(String css, String words) {
    browser.await("“" + words + "” in " + css, () -> text(css).contains(words));
  }

  /** What a camera reads off the screen, if there is a code to be read. */
  Optional<String> scanned() throws IOException {
    BufferedImage shot =
        ImageIO.read(new ByteArrayInputStream(browser.driver().getScreenshotAs(OutputType.BYTES)));
    int[] pixels = shot.getRGB(0, 0, shot.getWidth(), shot.getHeight(), null, 0, shot.getWidth());
    BinaryBitmap seen =
        new BinaryBitmap(
            new HybridBinarizer(new RGBLuminanceSource(shot.getWidth(), shot.getHeight(), pixels)));
    try {
      return Optional.of(
          new QRCodeReader().decode(seen, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (ReaderException noCode) {
      return Optional.empty();
    }
  }

  /** What went wrong inside the page: violations of its policy, errors, a script that got in. */
  List<?> wrongs() {
    return (List<?>) browser.value("return window.wrongs");
  }

  @Override
  public void close() {
    browser.close();
  }
}
