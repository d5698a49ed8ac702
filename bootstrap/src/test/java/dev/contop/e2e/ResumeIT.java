package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page sees each message once, over any number of connections (T35, T42). */
@Timeout(120)
class ResumeIT {

  /** Listens beside the page to what it hears and says, on every page that is opened. */
  private static final String LISTEN =
      """
      window.heard = [];
      window.said = [];
      window.offers = [];
      const create = RTCPeerConnection.prototype.createDataChannel;
      RTCPeerConnection.prototype.createDataChannel = function (label, options) {
        const channel = create.call(this, label, options);
        window.peer = this;
        channel.addEventListener('message', ({ data }) => window.heard.push(JSON.parse(data)));
        return channel;
      };
      const send = RTCDataChannel.prototype.send;
      RTCDataChannel.prototype.send = function (data) {
        window.said.push(JSON.parse(data));
        return send.call(this, data);
      };
      const signal = WebSocket.prototype.send;
      WebSocket.prototype.send = function (data) {
        const message = JSON.parse(data);
        if (message.type === 'offer') window.offers.push(message);
        return signal.call(this, data);
      };
      """;

  @Test
  void shouldAcknowledgeAndSayWhereItStandsWhenItComesBack() throws Exception {
    try (Rig rig = Rig.start("resume", 1280, 720)) {
      PhoneBrowser phone = listening(rig);
      type(phone, "seq 41 43");
      phone.await("the output", () -> runs(phone).contains("42"));
      phone.await("the acknowledgement of all", () -> isAcknowledged(phone));

      phone.script("document.getElementById('leave').click()");
      phone.awaitState("ended");
      reconnect(phone);
      type(phone, "seq 51 53");
      phone.await("the second output", () -> runs(phone).contains("52"));
      phone.await("its acknowledgement", () -> isAcknowledged(phone));

      assertThat(phone.value("return offers.map(offer => offer.resume.last_seq)"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(2)
          .startsWith(0L)
          .doesNotContain(highest(phone));
      assertThat(numbers(phone)).isEqualTo(oneTo(highest(phone)));
    }
  }

  @Test
  void shouldGetTheNoticeOfTheKillAfterACut() throws Exception {
    try (Rig rig = Rig.start("cut", 1280, 720)) {
      PhoneBrowser phone = listening(rig);
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running() == 1);

      // Under the page's feet: it says nothing to anyone.
      phone.script("peer.close()");
      Awaitility.await().until(() -> running() == 0);
      phone.awaitState("lost");
      reconnect(phone);

      phone.await("the notice", () -> runs(phone).contains("connection lost"));
      assertThat(numbers(phone)).isEqualTo(oneTo(highest(phone)));
      assertThat(phone.value("return document.querySelectorAll('.run').length")).isEqualTo(1L);
    }
  }

  private static PhoneBrowser listening(Rig rig) {
    rig.phone
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", LISTEN));
    return rig.live();
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
    return Processes.withEnvironment("CONTOP_EXECUTION=").stream()
        .filter(process -> process.info().command().orElse("").endsWith("tail"))
        .count();
  }

  /**
   * All numbers that came, in their order, over all connections. One that came to a page which had
   * just left comes again.
   */
  private static List<?> numbers(PhoneBrowser phone) {
    return (List<?>)
        phone.value("return [...new Set(heard.filter(one => one.seq).map(one => one.seq))]");
  }

  private static long highest(PhoneBrowser phone) {
    return (Long) phone.value("return Math.max(0, ...heard.map(one => one.seq ?? 0))");
  }

  /** Whether something came and the last of it was acknowledged. */
  private static boolean isAcknowledged(PhoneBrowser phone) {
    long highest = highest(phone);
    return highest > 0
        && (Boolean)
            phone.value(
                "return said.some(one => one.type === 'ack' && one.payload.seq === arguments[0])",
                highest);
  }

  private static List<?> oneTo(long highest) {
    return LongStream.rangeClosed(1, highest).boxed().toList();
  }
}
