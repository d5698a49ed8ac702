package dev.contop.domain.binding;

import dev.contop.domain.pairing.Fingerprint;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fingerprints of a session description. It finds more lines than any WebRTC stack does,
 * and accepts fewer, so that none counts for the stack and not here.
 */
final class FingerprintLines {

  private static final Pattern ENDS = Pattern.compile("[\\r\\n]+");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s*a\\s*=\\s*fingerprint(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SHA_256 =
      Pattern.compile(":sha-256 ([0-9a-f]{2}(?::[0-9a-f]{2}){31})", Pattern.CASE_INSENSITIVE);

  private FingerprintLines() {}

  static SdpFingerprint read(String sdp) {
    Optional<String> found = Optional.empty();
    for (String line : ENDS.split(sdp, -1)) {
      Matcher attribute = ATTRIBUTE.matcher(line);
      if (!attribute.matches()) {
        continue;
      }
      Matcher digest = SHA_256.matcher(attribute.group(1));
      if (!digest.matches()) {
        return new SdpFingerprint.Unusable("odd_fingerprint");
      }
      String hex = digest.group(1).replace(":", "").toLowerCase(Locale.ROOT);
      if (found.isPresent() && !found.get().equals(hex)) {
        return new SdpFingerprint.Unusable("two_fingerprints");
      }
      found = Optional.of(hex);
    }
    return found
        .<SdpFingerprint>map(hex -> new SdpFingerprint.Found(new Fingerprint(hex)))
        .orElseGet(() -> new SdpFingerprint.Unusable("no_fingerprint"));
  }
}
