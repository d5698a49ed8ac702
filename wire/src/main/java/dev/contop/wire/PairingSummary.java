package dev.contop.wire;

import dev.contop.domain.pairing.Role;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@link PairingCodec#summary} wrote, read again for people.
 *
 * @param link the link to the page; holds the token, so it is shown and never logged
 * @param viewOnly whether the phone may only watch
 */
public record PairingSummary(String link, Instant expiresAt, boolean viewOnly) {

  private static final int MOST_BYTES = 64 * 1024;

  /** The summary in {@code line}; nothing when it is none. */
  public static Optional<PairingSummary> read(String line) {
    JsonReading reading = StrictJson.read(line.getBytes(StandardCharsets.UTF_8), MOST_BYTES);
    if (reading instanceof JsonReading.Accepted accepted
        && accepted.tree() instanceof Json.Members members
        && members.byName().get("link") instanceof Json.Text link
        && members.byName().get("expires_at") instanceof Json.Text expiry) {
      try {
        return Optional.of(
            new PairingSummary(
                link.value(),
                Instant.parse(expiry.value()),
                members.field("role").equals(new Json.Text(Role.VIEW.wireName()))));
      } catch (DateTimeException notATime) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
