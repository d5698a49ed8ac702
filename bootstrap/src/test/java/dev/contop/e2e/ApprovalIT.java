package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;

/** What may destroy something runs when the phone says yes, and never else (T52, T53). */
@Timeout(180)
class ApprovalIT {

  @Test
  void shouldRunWhatThePhoneApproves() throws Exception {
    try (Rig rig = Rig.start("approved", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      Path victim = Files.createFile(rig.work.resolve("victim"));

      ask(phone, "rm " + victim);
      assertThat(phone.element("question-command").getText()).isEqualTo("rm " + victim);
      assertThat(phone.element("question-reason").getText()).contains("deletes");
      phone.screenshot(rig.work.resolve("question.png"));
      assertThat(victim).exists();
      press(phone, "approve");

      phone.await("the end of the run", () -> count(phone, ".run[data-status='done']") == 1);
      assertThat(victim).doesNotExist();
      phone.await("the card to go", () -> !phone.element("question").isDisplayed());
      assertThat(kinds(rig))
          .containsSubsequence(
              "intent_received",
              "step_judged",
              "confirmation_asked",
              "confirmation_answered",
              "step_started",
              "step_ended");
    }
  }

  @Test
  void shouldNotRunWhatThePhoneRejects() throws Exception {
    try (Rig rig = Rig.start("rejected", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      Path victim = Files.createFile(rig.work.resolve("victim"));

      ask(phone, "rm " + victim);
      press(phone, "reject");

      phone.await("the refusal", () -> count(phone, ".run[data-status='refused']") == 1);
      assertThat(victim).exists();
    }
  }

  @Test
  @Tag("alone")
  void shouldNotRunWhatNobodyAnswersInTime() throws Exception {
    try (Rig rig = Rig.start("expired", 1280, 720, "--confirm-within", "2")) {
      PhoneBrowser phone = rig.live();
      Path victim = Files.createFile(rig.work.resolve("victim"));

      ask(phone, "rm " + victim);

      phone.await(
          "the end of the time",
          () -> phone.element("question-title").getText().equals("The time is up"));
      phone.await("the refusal", () -> count(phone, ".run[data-status='refused']") == 1);
      phone.screenshot(rig.work.resolve("expired.png"));
      assertThat(victim).exists();
    }
  }

  @Test
  void shouldRunOnceWhatIsApprovedTwice() throws Exception {
    try (Rig rig = Rig.start("twice", 1280, 720)) {
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();
      Path victim = Files.createFile(rig.work.resolve("victim"));
      ask(phone, "rm " + victim);
      press(phone, "approve");
      phone.await("the end of the run", () -> count(phone, ".run[data-status='done']") == 1);

      Files.createFile(victim);
      approveAgain(tap);

      phone.await("the second receipt", () -> outcomes(tap).size() == 2);
      assertThat(outcomes(tap)).isEqualTo(List.of("approved", "approved"));
      assertThat(kinds(rig)).containsOnlyOnce("step_started");
      assertThat(kinds(rig)).filteredOn("confirmation_answered"::equals).hasSize(2);
      assertThat(victim).exists();
    }
  }

  @Test
  void shouldNotRunWhatIsApprovedTooLate() throws Exception {
    try (Rig rig = Rig.start("late", 1280, 720, "--confirm-within", "1")) {
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();
      Path victim = Files.createFile(rig.work.resolve("victim"));
      phone.element("command").sendKeys("rm " + victim);
      phone.element("send").click();
      phone.await("the refusal", () -> count(phone, ".run[data-status='refused']") == 1);

      approveAgain(tap);

      phone.await("its receipt", () -> outcomes(tap).size() == 2);
      assertThat(outcomes(tap)).isEqualTo(List.of("expired", "expired"));
      assertThat(kinds(rig)).contains("confirmation_answered").doesNotContain("step_started");
      assertThat(victim).exists();
    }
  }

  /** A yes to the question that was asked last, with all that belongs to it. */
  private static void approveAgain(Wiretap tap) {
    Object request = tap.heard("agent_confirmation_request", "one.payload.request_id").get(0);
    Object digest = tap.heard("agent_confirmation_request", "one.payload.digest").get(0);
    tap.say(
        "agent_confirmation_response",
        Map.of("request_id", request, "approved", true, "digest", digest));
  }

  private static List<?> outcomes(Wiretap tap) {
    return tap.heard("confirmation_receipt", "one.payload.outcome");
  }

  @Test
  void shouldBeAnsweredWhereItWasContinued() throws Exception {
    try (Rig rig = Rig.start("overtaken", 1280, 720);
        PhoneBrowser second = PhoneBrowser.open(1280, 800)) {
      PhoneBrowser first = rig.live();
      Path victim = Files.createFile(rig.work.resolve("victim"));
      ask(first, "rm " + victim);

      second.visit(rig.host.link()).awaitState("live").awaitPicture();
      first.awaitState("replaced");
      second.await("the question", () -> second.element("approve").isEnabled());
      second.screenshot(rig.work.resolve("question-wide.png"));
      assertThat(first.element("approve").isDisplayed()).isFalse();
      assertThat(victim).exists();
      press(second, "approve");

      // Then T33, T36
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(victim));
    }
  }

  private static void ask(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
    phone.await("the question", () -> phone.element("question").isDisplayed());
    phone.await("its buttons", () -> phone.element("approve").isEnabled());
  }

  private static void press(PhoneBrowser phone, String button) {
    phone.element(button).click();
  }

  private static int count(PhoneBrowser phone, String css) {
    return phone.driver().findElements(By.cssSelector(css)).size();
  }

  /** The kinds of the lines of the audit log, in order. */
  private static List<String> kinds(Rig rig) throws IOException {
    try (Stream<Path> all = Files.walk(rig.work)) {
      Path log = all.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      return Files.readAllLines(log).stream()
          .map(line -> line.replaceAll(".*\"kind\":\"([a-z_]+)\".*", "$1"))
          .toList();
    }
  }
}
