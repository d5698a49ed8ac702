package dev.contop.wire;

import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.io.IOException;
import java.util.Optional;

/** What the host says over the signaling socket, by type (T5, T11, T96). */
final class HostSignals {

  private HostSignals() {}

  static void write(JsonOut out, ToPhone message) throws IOException {
    if (message instanceof ToPhone.Challenge challenge) {
      Challenges.write(out, challenge);
    } else if (message instanceof ToPhone.Answer answer) {
      out.put("type", "answer");
      out.put("sdp", answer.description().sdp());
      out.put("peer_id", answer.peerId());
      out.put("proof", answer.proven().map(proven -> proven.proof().hex()));
      out.put("nonce", answer.proven().map(proven -> proven.next().hex()));
    } else if (message instanceof ToPhone.Candidate candidate) {
      out.put("type", "ice_candidate");
      out.object("candidate", inner -> Candidates.write(inner, candidate.candidate()));
    } else if (message instanceof ToPhone.Refused refused) {
      out.put("type", "error");
      out.put("code", refused.code());
      out.put("message", refused.message());
    }
  }

  /** Nothing when it is no message of a host. */
  static Optional<ToPhone> read(Fields in) {
    Optional<ToPhone> message =
        switch (in.text("type")) {
          case "challenge" -> Challenges.read(in).map(challenge -> challenge);
          case "answer" ->
              Optional.of(
                  new ToPhone.Answer(
                      new SessionDescription(in.text("sdp")),
                      in.text("peer_id"),
                      Challenges.countersignature(in)));
          case "ice_candidate" -> Optional.of(new ToPhone.Candidate(Candidates.read(in)));
          case "error" -> Optional.of(new ToPhone.Refused(in.text("code"), in.text("message")));
          default -> Optional.empty();
        };
    return in.wrong().isPresent() ? Optional.empty() : message;
  }
}
