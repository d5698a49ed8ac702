package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The host that may be published: built without Humble Video, it holds nothing of it, and says so
 * when it is asked to record (T75). {@code ./verify} builds it and runs this against it alone.
 */
@Tag("without-humble")
@Timeout(120)
class WithoutHumbleIT {

  private static final String NOT_BUILT_IN =
      "This host was built without Humble Video, so it cannot record.";

  @Test
  void shouldHoldNothingOfHumbleVideo() throws IOException {
    try (JarFile jar = new JarFile(HostProcess.jar().toFile())) {
      List<String> entries = jar.stream().map(ZipEntry::getName).toList();

      assertThat(entries).contains("dev/contop/bootstrap/Main.class");
      assertThat(entries).noneMatch(name -> name.contains("humble"));
    }
  }

  @Test
  void shouldSayThatItCannotRecordAndGoOnOtherwise() throws Exception {
    try (Rig rig = Rig.start("without-humble", 1280, 720);
        TextWindow text = TextWindow.scrolling(rig.screen.display());
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      // Given
      assertThat(text).isNotNull();
      PhoneBrowser phone = rig.live();
      desk.await("#sessions [data-link='connected']");

      // When
      desk.press("#sessions", "Record");

      // Then
      desk.awaitText("#sessions", NOT_BUILT_IN);
      phone.await("the reason", () -> toast(phone).contains(NOT_BUILT_IN));
      assertThat(rig.host.log()).contains(NOT_BUILT_IN);
      assertThat(phone.element("recorded").isDisplayed()).isFalse();
      assertThat(RecordedFile.all(rig.host.dataFolder())).isEmpty();

      // And all else goes on
      phone.element("command").sendKeys("seq 41 43");
      phone.element("send").click();
      phone.await("the output", () -> phone.element("runs").getText().contains("42"));
      assertThat(phone.state()).isEqualTo("live");
    }
  }

  private static String toast(PhoneBrowser phone) {
    return phone.value("return document.getElementById('toast').textContent").toString();
  }
}
