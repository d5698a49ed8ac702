package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.signaling.FromPhone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged messages are values like any other: nothing is thrown, whatever comes (T11, T13). */
class MutationTest {

  private static final int ROUNDS = 10_000;

  @ParameterizedTest
  @EnumSource
  void shouldAcceptOrRejectEveryDamagedEnvelope(ChannelLabel channel) {
    // Given
    EnvelopeCodec codec = new EnvelopeCodec();
    List<String> valid =
        ProtocolDocument.examples("phone→host").map(ProtocolDocument.Example::json).toList();
    Random random = new Random(20_250_301);
    int accepted = 0;
    int rejected = 0;

    // When
    for (int i = 0; i < ROUNDS; i++) {
      Inbound inbound = codec.read(channel, Mutations.of(pick(valid, random), random));
      if (inbound instanceof Inbound.Accepted) {
        accepted++;
      } else {
        rejected++;
      }
    }

    // Then
    assertThat(accepted).as("harmless mutations").isPositive();
    assertThat(rejected).as("harmful mutations").isGreaterThan(accepted);
  }

  @Test
  void shouldReadEveryDamagedSignalWithoutAnException() {
    // Given
    SignalingCodec codec = new SignalingCodec();
    List<String> valid =
        ProtocolDocument.examples("signaling phone→host")
            .map(ProtocolDocument.Example::json)
            .toList();
    Random random = new Random(20_250_302);
    int malformed = 0;

    // When
    for (int i = 0; i < ROUNDS; i++) {
      byte[] mutant = Mutations.of(pick(valid, random), random);
      // Latin-1 keeps every byte as a character, so control characters and the like come through.
      String text =
          new String(
              mutant, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
      if (codec.read(text) instanceof FromPhone.Malformed) {
        malformed++;
      }
    }

    // Then
    assertThat(malformed).isBetween(ROUNDS / 3, ROUNDS - 1);
  }

  @Test
  void shouldRejectNoise() {
    // Given
    EnvelopeCodec codec = new EnvelopeCodec();
    Random random = new Random(3);

    // When, Then
    for (int i = 0; i < ROUNDS; i++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      assertThat(codec.read(ChannelLabel.RELIABLE, noise)).isInstanceOf(Inbound.Rejected.class);
    }
  }

  private static byte[] pick(List<String> messages, Random random) {
    return messages.get(random.nextInt(messages.size())).getBytes(StandardCharsets.UTF_8);
  }
}
