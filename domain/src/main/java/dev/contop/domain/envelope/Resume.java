package dev.contop.domain.envelope;

/**
 * A phone asks for numbered messages and says where it stands (T42).
 *
 * @param lastSeq the number of the last message that it has seen; 0 when it has seen none
 */
public record Resume(long lastSeq) {

  /** Far beyond what any session sends, and as far from where JavaScript's numbers get coarse. */
  public static final long HIGHEST = 1L << 52;

  public Resume {
    if (lastSeq < 0 || lastSeq > HIGHEST) {
      throw new IllegalArgumentException("A phone stands between 0 and 2^52, not at " + lastSeq);
    }
  }
}
