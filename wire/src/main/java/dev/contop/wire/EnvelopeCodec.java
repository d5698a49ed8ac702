package dev.contop.wire;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Moment;
import java.util.Optional;

/**
 * The envelopes of both data channels: {@code {"type", "id", "payload"}} (T12, T13), and {@code
 * seq} on a connection that resumes (T42).
 *
 * <p>Stateless, so any thread may use it at any time; it never blocks.
 */
public final class EnvelopeCodec {

  /**
   * What a phone said, or why it is refused; never throws, whatever the bytes.
   *
   * <p>Fields that no one knows are passed over, so that newer phones can talk to older hosts. The
   * channel decides the greatest size; which messages it may carry is for the session to say (T15).
   *
   * @param utf8 one message, untrusted
   */
  public Inbound read(ChannelLabel channel, byte[] utf8) {
    JsonReading reading = StrictJson.read(utf8, channel.maxMessageBytes());
    if (reading instanceof JsonReading.Accepted accepted) {
      return accepted.tree() instanceof Json.Members members
          ? envelope(new Fields(members))
          : new Inbound.Rejected(Refusal.WRONG_TYPE, Optional.empty());
    }
    return new Inbound.Rejected(((JsonReading.Rejected) reading).cause(), Optional.empty());
  }

  private static Inbound envelope(Fields envelope) {
    Optional<MessageId> id = envelope.messageId("id");
    String type = envelope.text("type");
    Fields payload = envelope.object("payload");
    if (id.isEmpty() || envelope.wrong().isPresent()) {
      return rejected(envelope, id);
    }
    Optional<PhoneMessage> message = PhoneMessages.read(type, id.get(), payload);
    if (message.isEmpty()) {
      return new Inbound.Rejected(Refusal.UNKNOWN_TYPE, id);
    }
    return payload.wrong().isPresent()
        ? rejected(payload, id)
        : new Inbound.Accepted(id.get(), message.get());
  }

  private static Inbound rejected(Fields fields, Optional<MessageId> ref) {
    return new Inbound.Rejected(fields.wrong().orElseThrow().cause(), ref);
  }

  /**
   * The message as UTF-8; unpaired surrogates in its texts become U+FFFD.
   *
   * @param now to tell people of deadlines by
   */
  public byte[] write(Envelope envelope, Moment now) {
    return JsonOut.bytes(
        out -> {
          out.put("type", HostMessages.type(envelope.message()));
          out.put("id", envelope.id().toString());
          out.object("payload", payload -> HostMessages.write(payload, envelope.message(), now));
          if (envelope.seq().isPresent()) {
            out.put("seq", envelope.seq().getAsLong());
          }
        });
  }
}
