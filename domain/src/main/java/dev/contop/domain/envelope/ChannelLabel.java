package dev.contop.domain.envelope;

import dev.contop.domain.limits.Limits;
import java.util.Optional;

/** The two data channels (T14). */
public enum ChannelLabel {
  /** {@code contop}: ordered and reliable. */
  RELIABLE("contop", Limits.RELIABLE_MESSAGE_BYTES),
  /** {@code contop-fast}: unordered, without retransmission; pointer events only (T15). */
  FAST("contop-fast", Limits.FAST_MESSAGE_BYTES);

  private final String label;
  private final int maxMessageBytes;

  ChannelLabel(String label, int maxMessageBytes) {
    this.label = label;
    this.maxMessageBytes = maxMessageBytes;
  }

  /** The label on the wire. */
  public String label() {
    return label;
  }

  public int maxMessageBytes() {
    return maxMessageBytes;
  }

  public static Optional<ChannelLabel> of(String label) {
    for (ChannelLabel one : values()) {
      if (one.label.equals(label)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
