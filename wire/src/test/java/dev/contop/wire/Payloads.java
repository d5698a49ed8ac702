package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Payloads in an envelope that is as it should be. */
final class Payloads {

  private static final String UUID_TEXT = "5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31";

  static final MessageId ID = new MessageId(UUID.fromString(UUID_TEXT));

  private Payloads() {}

  static PhoneMessage read(String type, String payload) {
    Inbound inbound = inbound(type, payload);
    assertThat(inbound).isInstanceOf(Inbound.Accepted.class);
    return ((Inbound.Accepted) inbound).message();
  }

  static Refusal refusal(String type, String payload) {
    Inbound inbound = inbound(type, payload);
    assertThat(inbound).isInstanceOf(Inbound.Rejected.class);
    assertThat(((Inbound.Rejected) inbound).ref()).contains(ID);
    return ((Inbound.Rejected) inbound).cause();
  }

  private static Inbound inbound(String type, String payload) {
    String message =
        "{\"type\":\"" + type + "\",\"id\":\"" + UUID_TEXT + "\",\"payload\":" + payload + "}";
    return new EnvelopeCodec()
        .read(ChannelLabel.RELIABLE, message.getBytes(StandardCharsets.UTF_8));
  }
}
