package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.SessionDescription;
import java.io.IOException;
import java.util.Optional;

/** What a phone says over the signaling socket, by type (T4). */
final class PhoneSignals {

  static final int MAX_DEVICE_NAME = 128;
  static final int MAX_PEER_ID = 64;

  private PhoneSignals() {}

  static FromPhone read(Fields in) {
    String type = in.text("type");
    FromPhone message =
        switch (type) {
          case "offer" -> offer(in);
          case "ice_candidate" -> new FromPhone.Candidate(Candidates.read(in));
          case "device_location" -> new FromPhone.DeviceLocation(Locations.read(in, "location"));
          case "answer" -> new FromPhone.Ignored("answer");
          default -> new FromPhone.Ignored("unknown_type");
        };
    return in.wrong().<FromPhone>map(PhoneSignals::malformed).orElse(message);
  }

  private static FromPhone offer(Fields in) {
    String sdp = in.text("sdp");
    // Native code takes the text as a C string, which a NUL would end.
    if (sdp.isBlank() || sdp.indexOf('\0') >= 0) {
      in.refuse("sdp");
    }
    return new FromPhone.Offer(
        new SessionDescription(sdp),
        in.optionalLabel("device_name", MAX_DEVICE_NAME),
        Locations.readOptional(in, "device_location")
            .or(() -> Locations.readOptional(in, "location")),
        in.optionalText("connection_type").filter("temp"::equals).isPresent(),
        in.optionalLabel("peer_id", MAX_PEER_ID),
        resume(in),
        Challenges.proof(in));
  }

  private static Optional<Resume> resume(Fields in) {
    if (!in.has("resume")) {
      return Optional.empty();
    }
    Fields resume = in.object("resume");
    // Where there is no object, that is what is wrong, and not a field that it lacks.
    long lastSeq = in.wrong().isEmpty() ? resume.counter("last_seq", 0, Resume.HIGHEST) : 0;
    in.adopt(resume);
    return Optional.of(new Resume(lastSeq));
  }

  static void write(JsonOut out, FromPhone message) throws IOException {
    if (message instanceof FromPhone.Offer offer) {
      out.put("type", "offer");
      out.put("sdp", offer.description().sdp());
      out.put("proof", offer.proof().map(proof -> proof.hex()));
    } else if (message instanceof FromPhone.Candidate candidate) {
      out.put("type", "ice_candidate");
      out.object("candidate", inner -> Candidates.write(inner, candidate.candidate()));
    } else {
      throw new IllegalArgumentException("No phone says " + message.getClass());
    }
  }

  private static FromPhone malformed(Fields.Wrong wrong) {
    String fate =
        wrong.cause() == Refusal.MISSING_FIELD
            ? " is missing."
            : " has the wrong type or is out of range.";
    return new FromPhone.Malformed(wrong.cause().code(), "The field " + wrong.field() + fate);
  }
}
