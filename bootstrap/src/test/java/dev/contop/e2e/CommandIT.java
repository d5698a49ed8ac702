package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;

/** What is typed on the phone runs on the desktop, or is refused in words (T50, T51). */
@Timeout(120)
class CommandIT {

  @Test
  void shouldRunACommandAndShowItsOutput() throws Exception {
    try (Rig rig = Rig.start("command", 1280, 720)) {
      PhoneBrowser phone = rig.live();

      long began = System.nanoTime();
      type(phone, "seq 41 43");
      phone.await("the output", () -> runs(phone).contains("42"));
      System.out.printf(
          "command: output on the phone after %d ms%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());
      phone.await("its end", () -> count(phone, ".run[data-status='done']") == 1);
      phone.screenshot(rig.work.resolve("command.png"));
    }
  }

  @Test
  void shouldRefuseWhatWouldRuinTheComputerWithoutAsking() throws Exception {
    try (Rig rig = Rig.start("refused", 1280, 720)) {
      PhoneBrowser phone = rig.live();

      // Were it run, it would be given no disk at all.
      type(phone, "mkfs.ext4 $nowhere");
      phone.await("the reason", () -> runs(phone).contains("overwrite a disk"));

      assertThat(phone.element("question").isDisplayed()).isFalse();
    }
  }

  @Test
  void shouldStopTheWholeTreeWhenAsked() throws Exception {
    try (Rig rig = Rig.start("stopped", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running() == 1);

      long began = System.nanoTime();
      phone.element("stop").click();
      Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> running() == 0);
      System.out.printf(
          "stop: no process left after %d ms%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());
      phone.await("its end", () -> count(phone, "#stop") == 0);
    }
  }

  @Test
  void shouldEndWhatRunsWhenThePhoneSaysGoodbye() throws Exception {
    try (Rig rig = Rig.start("goodbye", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running() == 1);

      long began = System.nanoTime();
      phone.script("document.getElementById('leave').click()");
      Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> running() == 0);
      System.out.printf(
          "goodbye: no process left after %d ms%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
  }

  @Test
  void shouldEndWhatRunsWhenThePhoneIsGoneAndTellItWhenItReturns() throws Exception {
    try (Rig rig = Rig.start("gone", 1280, 720);
        PhoneBrowser returned = PhoneBrowser.open()) {
      PhoneBrowser phone = rig.live();
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running() == 1);

      long began = System.nanoTime();
      phone.kill();
      // Nobody says goodbye here: ICE has to find out.
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> running() == 0);
      System.out.printf(
          "killed browser: no process left after %d ms%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());

      Wiretap tap = Wiretap.on(returned);
      returned.visit(rig.host.link()).awaitState("live");
      // Then T35
      returned.await("the notice", () -> !tap.heard("agent_result", "one.id").isEmpty());
      assertThat(tap.heard("agent_result", "one.payload.answer").toString())
          .contains("connection lost");
      assertThat(tap.heard("state_update", "one.payload.ai_state").toString()).endsWith("idle]");
    }
  }

  private static void type(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
  }

  private static String runs(PhoneBrowser phone) {
    return phone.element("runs").getText();
  }

  private static int count(PhoneBrowser phone, String css) {
    return phone.driver().findElements(By.cssSelector(css)).size();
  }

  private static long running() {
    return Processes.executions().stream()
        .filter(process -> process.info().command().orElse("").endsWith("tail"))
        .count();
  }
}
