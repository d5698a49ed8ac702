package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.util.Optional;
import java.util.OptionalInt;

/** What a phone says over the signaling socket, by type (T4). */
final class PhoneSignals {

  static final int MAX_DEVICE_NAME = 128;
  static final int MAX_PEER_ID = 64;
  static final int MAX_CANDIDATE = 1024;
  static final int MAX_MID = 64;
  static final int MAX_LINE_INDEX = 65_535;

  private PhoneSignals() {}

  static FromPhone read(Fields in) {
    String type = in.text("type");
    FromPhone message =
        switch (type) {
          case "offer" -> offer(in);
          case "ice_candidate" -> new FromPhone.Candidate(candidate(in));
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
        in.optionalLabel("peer_id", MAX_PEER_ID));
  }

  private static IceCandidate candidate(Fields in) {
    Json raw = in.raw("candidate");
    if (raw == Json.Nothing.NULL || (raw instanceof Json.Text text && text.value().isEmpty())) {
      return IceCandidate.END;
    }
    Fields fields = in.object("candidate");
    boolean ended = fields.raw("candidate") == Json.Nothing.NULL;
    String line = ended ? "" : fields.label("candidate", MAX_CANDIDATE);
    Optional<String> mid = fields.optionalLabel("sdpMid", MAX_MID);
    OptionalInt index = fields.optionalIndex("sdpMLineIndex", MAX_LINE_INDEX);
    if (!line.isEmpty() && mid.isEmpty() && index.isEmpty()) {
      fields.refuse("sdpMid");
    }
    in.adopt(fields);
    return line.isEmpty() ? IceCandidate.END : new IceCandidate(line, mid, index);
  }

  private static FromPhone malformed(Fields.Wrong wrong) {
    String fate =
        wrong.cause() == Refusal.MISSING_FIELD
            ? " is missing."
            : " has the wrong type or is out of range.";
    return new FromPhone.Malformed(wrong.cause().code(), "The field " + wrong.field() + fate);
  }
}
