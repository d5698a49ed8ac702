package dev.contop.os.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Binary content as text between BEGIN and END lines (RFC 7468). */
final class Pem {

  static final String CERTIFICATE = "CERTIFICATE";
  static final String PRIVATE_KEY = "PRIVATE KEY";

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String write(String label, byte[] content) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(content)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** The content of the first part of {@code text} that has this label. */
  static Optional<byte[]> read(String label, String text) {
    Matcher part =
        Pattern.compile(
                "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
            .matcher(text);
    if (!part.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(part.group(1).replaceAll("\\s", "")));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
