package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;

/**
 * Reads bytes from an untrusted peer as JSON, or says why not; never throws, whatever the bytes.
 *
 * <p>Stricter than RFC 8259 where that leaves room, as I-JSON (RFC 7493) is: UTF-8 without a byte
 * order mark, no name twice in an object, no unpaired surrogate. Work and memory are bounded by the
 * size of the message, the depth of {@link dev.contop.domain.limits.Limits#JSON_DEPTH} and {@link
 * #MAX_VALUES} (T13).
 */
final class StrictJson {

  /** How many values one message may hold, so that a small message cannot become a large tree. */
  static final int MAX_VALUES = 16_384;

  private StrictJson() {}

  static JsonReading read(byte[] utf8, int maxBytes) {
    if (utf8.length > maxBytes) {
      return new JsonReading.Rejected(Refusal.TOO_LARGE);
    }
    if (!Unicode.isUtf8(utf8)) {
      return new JsonReading.Rejected(Refusal.NOT_TEXT);
    }
    return new JsonParser(utf8).read();
  }
}
