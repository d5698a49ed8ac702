package dev.contop.wire;

import dev.contop.domain.signaling.IceCandidate;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** An ICE candidate, in the shape of {@code RTCIceCandidateInit} (W3C WebRTC, section 4.8.1). */
final class Candidates {

  static final int MAX_CANDIDATE = 1024;
  static final int MAX_MID = 64;
  static final int MAX_LINE_INDEX = 65_535;

  private Candidates() {}

  /** The member {@code candidate} of {@code in}; null or an empty text is the end of them (T4). */
  static IceCandidate read(Fields in) {
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

  static void write(JsonOut out, IceCandidate candidate) throws IOException {
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
