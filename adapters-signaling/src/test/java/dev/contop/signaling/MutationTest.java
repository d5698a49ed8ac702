package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What bytes ever come, they close at most the socket on which they came. */
@Timeout(120)
class MutationTest {

  private static final int MUTATIONS = 500;
  private static final List<String> VALID =
      List.of(
          SignalingSocketTest.offer("v=0\\r\\no=- 1 1 IN IP4 0.0.0.0\\r\\n"),
          SignalingSocketTest.candidate("candidate:1 1 udp 1 192.0.2.1 9 typ host"),
          "{\"type\":\"device_location\",\"location\":{\"lat\":1.5,\"lon\":2}}",
          "{\"type\":\"answer\",\"sdp\":\"v=0\"}",
          "{\"type\":\"unknown\",\"deep\":[[[{\"a\":null}]]]}");

  @Test
  void shouldServeNextPhoneAfterMutatedMessages() throws Exception {
    Random random = new Random(20_260_101);
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones)) {
      for (int i = 0; i < MUTATIONS; i++) {
        try (RawPhone phone = RawPhone.connect(host.port())) {
          byte[] bytes = mutated(VALID.get(i % VALID.size()), random);
          if (i % 2 == 0) {
            phone.frame(RawPhone.FIN | RawPhone.TEXT, bytes);
          } else {
            // The frame itself is damaged too.
            byte[] header = RawPhone.header(random.nextInt(256), random.nextInt(70_000));
            phone.write(header);
            phone.write(bytes);
          }
          phone.frame(RawPhone.FIN | RawPhone.CLOSE, new byte[] {3, (byte) 0xe8});
        } catch (IOException e) {
          // The host may hang up on any of them.
          assertThat(e).isNotNull();
        }
      }
      await().until(() -> phones.lines.size() == MUTATIONS);
      await().until(() -> host.listener().openSockets() == 0);
      assertThat(phones.lines).allSatisfy(line -> assertThat(line.timesClosed()).isEqualTo(1));
      try (RawPhone next = RawPhone.connect(host.port())) {
        next.text(SignalingSocketTest.candidate("next"));
        await().until(() -> phones.lines.size() == MUTATIONS + 1);
        await().until(() -> phones.lines.get(MUTATIONS).candidates().equals(List.of("next")));
      }
    }
  }

  private static byte[] mutated(String valid, Random random) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : valid.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b);
    }
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.size());
      switch (random.nextInt(4)) {
        case 0 -> bytes.set(at, (byte) random.nextInt(256));
        case 1 -> bytes.add(at, (byte) random.nextInt(128));
        case 2 -> bytes.subList(at, Math.min(bytes.size(), at + 1 + random.nextInt(9))).clear();
        default -> bytes.addAll(at, List.copyOf(bytes.subList(0, at)));
      }
      if (bytes.isEmpty()) {
        bytes.add((byte) '{');
      }
    }
    byte[] result = new byte[bytes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = bytes.get(i);
    }
    return result;
  }
}
