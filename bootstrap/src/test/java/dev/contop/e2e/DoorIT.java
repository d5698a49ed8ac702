package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is let in, who is not, and what becomes of the signaling socket (T2, T9, T82). */
@Timeout(120)
class DoorIT {

  @Test
  void shouldCloseAWrongTokenWith4001() throws Exception {
    try (Rig rig = Rig.start("token", 1280, 720)) {
      rig.phone.visit("http://127.0.0.1:" + rig.host.port() + "/");

      Object code =
          rig.phone.asyncScript(
              """
              const done = arguments[arguments.length - 1];
              const socket = new WebSocket(`ws://${location.host}/ws/signaling?token=${'A'.repeat(43)}`);
              let opened = false;
              socket.onopen = () => { opened = true; };
              socket.onclose = e => done([opened, e.code].join(' '));
              """);

      System.out.println("wrong token: opened and closed with " + code);
      assertThat(code).isEqualTo("true 4001");
    }
  }

  @Test
  void shouldLetNoPageInThatWasToldOfAnotherComputer() throws Exception {
    try (Rig rig = Rig.start("fingerprint", 1280, 720)) {
      String link = rig.host.link();
      int at = link.indexOf("&d=") + 3;
      char other = link.charAt(at) == '0' ? '1' : '0';
      String changed = link.substring(0, at) + other + link.substring(at + 1);

      // The page proves itself to that other computer, which this one is not (T96).
      rig.phone.visit(changed).awaitState("refused");

      String words = rig.phone.element("state").getText();
      System.out.println("changed fingerprint: the page says “" + words.replace("\n", " ") + "”");
      assertThat(rig.phone.script("return document.getElementById('screen').videoWidth"))
          .isEqualTo(0L);
    }
  }

  @Test
  @Tag("alone")
  void shouldCloseSignalingAndKeepThePeer() throws Exception {
    try (Rig rig = Rig.start("signaling", 1280, 720)) {
      rig.phone.beforeEachPage(
          """
              const Real = WebSocket;
              window.WebSocket = class extends Real {
                constructor(...a) { super(...a); const t = performance.now();
                  this.addEventListener('close', e => { window.signalingClosed = [e.code, performance.now() - t]; }); }
              };
              """);
      rig.live();

      rig.phone.await(
          "the socket to close", () -> rig.phone.script("return window.signalingClosed") != null);

      java.util.List<?> closed =
          (java.util.List<?>) rig.phone.value("return window.signalingClosed");
      System.out.printf("signaling: closed with %s after %s ms%n", closed.get(0), closed.get(1));
      assertThat(closed.get(0)).isEqualTo(1000L);
      assertThat(((Number) closed.get(1)).doubleValue()).isBetween(9_000.0, 13_000.0);
      assertThat(rig.phone.state()).isEqualTo("live");
      rig.phone.element("command").sendKeys("seq 7 9");
      rig.phone.element("send").click();
      rig.phone.await("output after it", () -> rig.phone.element("runs").getText().contains("8"));
    }
  }

  @Test
  void shouldReconnectByTheButton() throws Exception {
    try (Rig rig = Rig.start("reconnect", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      try (PhoneBrowser second = PhoneBrowser.open()) {
        long began = System.nanoTime();
        second.visit(rig.host.link()).awaitState("live").awaitPicture();
        phone.awaitState("replaced");
        System.out.printf(
            "second page: took over after %d ms%n",
            Duration.ofNanos(System.nanoTime() - began).toMillis());
        phone.element("reconnect").click();
        phone.awaitState("live").awaitPicture();
        second.awaitState("replaced");
      }
    }
  }
}
