package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.ToPhone;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The messages of the signaling socket (T4, T5, T11).
 *
 * <p>Stateless, so any thread may use it at any time; it never blocks.
 */
public final class SignalingCodec {

  /**
   * What a phone said; what cannot be read is {@link FromPhone.Malformed}, never an exception.
   *
   * @param text one message, untrusted; over {@link Limits#SIGNALING_MESSAGE_BYTES} of UTF-8 it is
   *     malformed
   */
  public FromPhone read(String text) {
    JsonReading reading = parse(text);
    if (reading instanceof JsonReading.Accepted accepted) {
      return accepted.tree() instanceof Json.Members members
          ? PhoneSignals.read(new Fields(members))
          : malformed(Refusal.WRONG_TYPE);
    }
    return malformed(((JsonReading.Rejected) reading).cause());
  }

  /** What the host said, as a phone reads it; nothing when it is no message of a host. */
  public Optional<ToPhone> readAsPhone(String text) {
    return parse(text) instanceof JsonReading.Accepted accepted
            && accepted.tree() instanceof Json.Members members
        ? HostSignals.read(new Fields(members))
        : Optional.empty();
  }

  private static JsonReading parse(String text) {
    // A character takes at least one byte: what is too long already need not be encoded.
    if (text.length() > Limits.SIGNALING_MESSAGE_BYTES) {
      return new JsonReading.Rejected(Refusal.TOO_LARGE);
    }
    if (!Unicode.isWellFormed(text)) {
      return new JsonReading.Rejected(Refusal.NOT_TEXT);
    }
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8), Limits.SIGNALING_MESSAGE_BYTES);
  }

  private static FromPhone malformed(Refusal cause) {
    return new FromPhone.Malformed(cause.code(), cause.words());
  }

  /** The message as JSON; unpaired surrogates in its texts become U+FFFD. */
  public String write(ToPhone message) {
    return JsonOut.text(out -> HostSignals.write(out, message));
  }

  /** What a phone says, as JSON; only what a phone has reason to say. */
  public String write(FromPhone message) {
    return JsonOut.text(out -> PhoneSignals.write(out, message));
  }
}
