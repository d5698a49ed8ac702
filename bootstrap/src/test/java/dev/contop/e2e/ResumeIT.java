package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page sees each message once, over any number of connections (T35, T40 to T42). */
@Timeout(180)
class ResumeIT {

  @Test
  void shouldAcknowledgeAndSayWhereItStandsWhenItComesBack() throws Exception {
    try (Rig rig = Rig.start("resume", 1280, 720)) {
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();
      type(phone, "seq 41 43");
      phone.await("the output", () -> runs(phone).contains("42"));
      phone.await("the acknowledgement of all", tap::isAcknowledged);

      phone.script("document.getElementById('leave').click()");
      phone.awaitState("ended");
      reconnect(phone);
      type(phone, "seq 51 53");
      phone.await("the second output", () -> runs(phone).contains("52"));
      phone.await("its acknowledgement", tap::isAcknowledged);

      assertThat(phone.value("return offers.map(offer => offer.resume.last_seq)"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(2)
          .startsWith(0L)
          .doesNotContain(tap.highest());
      // One that came to a page which had just left comes again.
      assertThat(tap.numbers().stream().distinct().toList()).isEqualTo(Wiretap.upTo(tap.highest()));
    }
  }

  @Test
  void shouldGetTheNoticeOfTheKillAfterTheConnectionWasLost() throws Exception {
    try (Rig rig = Rig.start("lost", 1280, 720)) {
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running() == 1);

      // Under the page's feet: it says nothing to anyone.
      phone.script("peer.close()");
      Awaitility.await().until(() -> running() == 0);
      phone.awaitState("lost");
      reconnect(phone);

      phone.await("the notice", () -> runs(phone).contains("connection lost"));
      assertThat(tap.numbers().stream().distinct().toList()).isEqualTo(Wiretap.upTo(tap.highest()));
      assertThat(phone.value("return document.querySelectorAll('.run').length")).isEqualTo(1L);
    }
  }

  @Test
  @Tag("alone")
  void shouldLoseNothingOfALongRunThatIsCutInTheMiddle() throws Exception {
    try (Rig rig = Rig.start("cut", 1280, 720)) {
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();
      // Two streams in turn, so that most lines come as a message of their own.
      type(phone, "for i in $(seq 4000); do echo $i; echo $i >&2; sleep 0.003; done");
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> tap.highest() > 2500);

      tap.cut();
      long began = System.nanoTime();
      reconnect(phone);
      long away = Duration.ofNanos(System.nanoTime() - began).toMillis();
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> !tap.heard("agent_result", "one.id").isEmpty());

      System.out.printf(
          "cut: %d messages, cut after %s, live again after %d ms%n",
          tap.highest(), phone.value("return offers[1].resume.last_seq"), away);
      assertThat(tap.highest()).isGreaterThan(5000);
      assertThat(tap.numbers()).isEqualTo(Wiretap.upTo(tap.highest()));
      assertThat(tap.lines("stdout")).isEqualTo(Wiretap.upTo(4000));
      assertThat(tap.lines("stderr")).isEqualTo(Wiretap.upTo(4000));
      List<?> ids = (List<?>) phone.value("return heard.map(one => one.id)");
      assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
      assertThat(tap.heard("resume_gap", "one.payload")).isEmpty();
      assertThat(tap.heard("agent_status", "one.payload")).isEmpty();
    }
  }

  @Test
  @Tag("alone")
  void shouldTellHowMuchWasDroppedWhileItWasAway() throws Exception {
    try (Rig rig = Rig.start("away", 1280, 720)) {
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();
      Path enough = rig.work.resolve("enough");
      type(
          phone,
          "sleep 1; for i in $(seq 1000); do echo $i; echo $i >&2; sleep 0.002; done; mkdir "
              + enough);
      phone.await("the run", () -> !tap.heard("agent_progress", "one.id").isEmpty());
      tap.cut();
      tap.hold();
      phone.script("document.getElementById('reconnect').click()");
      Awaitility.await()
          .atMost(Duration.ofSeconds(14))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.isDirectory(enough));

      tap.release();
      phone.awaitState("live");
      phone.await("the end", () -> !tap.heard("agent_result", "one.id").isEmpty());

      // Then
      List<?> told = tap.heard("agent_status", "one.payload.type + ' ' + one.payload.count");
      List<?> came = tap.heard("agent_progress", "one.seq");
      System.out.printf("away: told %s, %d progress messages came%n", told, came.size());
      assertThat(told).hasSize(1).first().asString().startsWith("messages_dropped ");
      long dropped = Long.parseLong(told.get(0).toString().replace("messages_dropped ", ""));
      assertThat(dropped + came.size()).isGreaterThan(1200);
      assertThat(dropped).isGreaterThanOrEqualTo(200);
      assertThat(tap.numbers()).isEqualTo(Wiretap.upTo(tap.highest()));
      // The oldest are what is missing, and nothing else.
      for (String stream : List.of("stdout", "stderr")) {
        List<Long> lines = tap.lines(stream);
        assertThat(lines).isEqualTo(LongStream.rangeClosed(lines.get(0), 1000).boxed().toList());
        assertThat(lines.get(0)).isGreaterThan(1);
      }
      assertThat(tap.heard("resume_gap", "one.payload")).isEmpty();
    }
  }

  private static void reconnect(PhoneBrowser phone) {
    phone.script("document.getElementById('reconnect').click()");
    phone.awaitState("live");
  }

  private static void type(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
  }

  private static String runs(PhoneBrowser phone) {
    return phone.element("runs").getText();
  }

  private static long running() {
    return Processes.executions().stream()
        .filter(process -> process.info().command().orElse("").endsWith("tail"))
        .count();
  }
}
