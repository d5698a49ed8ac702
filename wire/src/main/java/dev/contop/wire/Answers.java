package dev.contop.wire;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.PhoneMessage;
import java.util.Optional;

/**
 * The payload of {@code agent_confirmation_response} (T52). Any short text can name a question, as
 * a phone may answer one that another host asked.
 */
final class Answers {

  static final int MAX_REQUEST = 64;
  private static final int DIGEST = 64;

  private Answers() {}

  static PhoneMessage read(Fields in) {
    String request = in.text("request_id");
    if (request.isBlank() || request.length() > MAX_REQUEST || Unicode.hasControls(request)) {
      in.refuse("request_id");
    }
    boolean approved = in.truth("approved");
    return new PhoneMessage.ConfirmationResponse(new RequestId(request), approved, digest(in));
  }

  private static Optional<Digest> digest(Fields in) {
    Optional<String> digest = in.optionalText("digest");
    if (digest.isPresent() && !isHex(digest.get())) {
      in.outOfRange("digest");
    }
    return digest.map(Digest::new);
  }

  /** Lower case alone, as the host writes it: a digest is compared, not understood. */
  private static boolean isHex(String text) {
    return text.length() == DIGEST
        && text.chars().allMatch(c -> Hex.digit(c) >= 0 && !(c >= 'A' && c <= 'F'));
  }
}
