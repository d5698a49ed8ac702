package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.ToPhone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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
    // A character takes at least one byte: what is too long already need not be encoded.
    if (text.length() > Limits.SIGNALING_MESSAGE_BYTES) {
      return malformed(Refusal.TOO_LARGE);
    }
    if (!Unicode.isWellFormed(text)) {
      return malformed(Refusal.NOT_TEXT);
    }
    JsonReading reading =
        StrictJson.read(text.getBytes(StandardCharsets.UTF_8), Limits.SIGNALING_MESSAGE_BYTES);
    if (reading instanceof JsonReading.Accepted accepted) {
      return accepted.tree() instanceof Json.Members members
          ? PhoneSignals.read(new Fields(members))
          : malformed(Refusal.WRONG_TYPE);
    }
    return malformed(((JsonReading.Rejected) reading).cause());
  }

  private static FromPhone malformed(Refusal cause) {
    return new FromPhone.Malformed(cause.code(), cause.words());
  }

  /** The message as JSON; unpaired surrogates in its texts become U+FFFD. */
  public String write(ToPhone message) {
    return JsonOut.text(out -> write(out, message));
  }

  private static void write(JsonOut out, ToPhone message) throws IOException {
    if (message instanceof ToPhone.Answer answer) {
      out.put("type", "answer");
      out.put("sdp", answer.description().sdp());
      out.put("peer_id", answer.peerId());
    } else if (message instanceof ToPhone.Candidate candidate) {
      out.put("type", "ice_candidate");
      out.object("candidate", inner -> write(inner, candidate.candidate()));
    } else if (message instanceof ToPhone.Refused refused) {
      out.put("type", "error");
      out.put("code", refused.code());
      out.put("message", refused.message());
    }
  }

  private static void write(JsonOut out, IceCandidate candidate) throws IOException {
    out.put("candidate", candidate.candidate());
    if (candidate.sdpMid().isPresent()) {
      out.put("sdpMid", candidate.sdpMid());
    } else {
      out.putNull("sdpMid");
    }
    if (candidate.sdpMLineIndex().isPresent()) {
      out.put("sdpMLineIndex", candidate.sdpMLineIndex().getAsInt());
    } else if (candidate.sdpMid().isPresent()) {
      out.putNull("sdpMLineIndex");
    } else {
      // A client may build an RTCIceCandidate of this, which throws without a mid or an index.
      // The first section is always there, and bundling makes its transport that of all.
      out.put("sdpMLineIndex", 0);
    }
  }
}
