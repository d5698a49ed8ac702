package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes over the wires changes nothing, and the next phone is served (T2, T11, T13). */
@Tag("alone")
@Timeout(180)
class BadInputIT {

  private static final int MUTATIONS = 1000;
  private static final long SEED = 20_240_611;

  @Test
  void shouldServeTheNextPhoneAfterAThousandMutations() throws Exception {
    try (Rig rig = Rig.start("badinput", 1280, 720)) {
      // Given
      String token = token(rig.host.newLink());
      String url = "ws://127.0.0.1:" + rig.host.port() + "/ws/signaling?token=" + token;
      rig.phone.visit("http://127.0.0.1:" + rig.host.port() + "/");
      rig.phone.script(resource("mutations.js"));

      // When: half of them over the channels, half over the socket, some of those offers.
      Map<?, ?> channels = map(run(rig.phone, "mutations.channels", url, MUTATIONS / 2, SEED));
      Map<?, ?> sockets = map(run(rig.phone, "mutations.signaling", url, MUTATIONS / 2, SEED));

      // Then
      System.out.printf(
          "mutations (seed %d): channels %s, signaling %s%n", SEED, channels, sockets);
      assertThat(channels.get("sent")).isEqualTo((long) MUTATIONS / 2);
      assertThat(channels.get("alive")).isEqualTo(true);
      assertThat((Long) channels.get("errors")).isPositive();
      assertThat(sockets.get("sent")).isEqualTo((long) MUTATIONS / 2);
      assertThat(sockets.get("errors")).isEqualTo((long) MUTATIONS / 2);
      assertThat(sockets.get("closes")).isEqualTo(Map.of("4400", (long) MUTATIONS / 2));
      assertThat(rig.host.isAlive()).isTrue();
      rig.live();
      rig.phone.element("command").sendKeys("seq 5 7");
      rig.phone.element("send").click();
      rig.phone.await("a result", () -> rig.phone.element("runs").getText().contains("6"));
      assertThat(rig.host.log()).doesNotContain(token).doesNotContain("ERROR");
    }
  }

  private static Map<?, ?> map(Object returned) {
    return (Map<?, ?>) returned;
  }

  private static Object run(PhoneBrowser phone, String function, Object... arguments) {
    return phone.asyncScript(
        "const [done] = [...arguments].slice(-1); const given = [...arguments].slice(0, -1);"
            + function
            + "(...given).then(done, error => done({ error: String(error) }))",
        arguments);
  }

  private static String token(String link) {
    return List.of(link.substring(link.indexOf('#') + 1).split("&")).stream()
        .filter(fact -> fact.startsWith("t="))
        .findFirst()
        .orElseThrow()
        .substring(2);
  }

  private static String resource(String name) throws IOException {
    try (InputStream source =
        Optional.ofNullable(BadInputIT.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
