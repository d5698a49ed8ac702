package dev.contop.domain.envelope;

import java.util.UUID;

/**
 * A reproducible sequence of version 4 UUIDs (RFC 9562, section 5.4), drawn from a seed.
 *
 * <p>Immutable: {@link #head} is the current id, {@link #tail} the sequence after it. Ids are
 * unique within and across sessions as long as seeds are drawn at random; they are names, not
 * secrets.
 */
public record IdSequence(long seedHigh, long seedLow, long drawn) {

  public static IdSequence from(UUID seed) {
    return new IdSequence(seed.getMostSignificantBits(), seed.getLeastSignificantBits(), 0);
  }

  public UUID head() {
    long high = mixed(seedHigh + drawn * 0x9E3779B97F4A7C15L);
    long low = mixed(seedLow ^ mixed(high + drawn));
    return new UUID(
        (high & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
        (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  public IdSequence tail() {
    return new IdSequence(seedHigh, seedLow, drawn + 1);
  }

  /** Stafford's variant 13 of the 64-bit finalizer, a bijection with good avalanche. */
  private static long mixed(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
