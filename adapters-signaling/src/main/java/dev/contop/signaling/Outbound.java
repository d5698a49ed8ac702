package dev.contop.signaling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A frame that waits to be sent on a socket. */
sealed interface Outbound {

  /** What a frame takes in memory besides its content. */
  int OVERHEAD = 64;

  /** How much memory it takes while it waits, in bytes. */
  int weight();

  record Text(ByteBuffer utf8) implements Outbound {
    @Override
    public int weight() {
      return utf8.remaining() + OVERHEAD;
    }
  }

  record Pong(ByteBuffer content) implements Outbound {
    @Override
    public int weight() {
      return content.remaining() + OVERHEAD;
    }
  }

  /** The last frame of a socket. */
  record Close(int code, String reason) implements Outbound {

    /** A control frame has 125 bytes, two of which are the code (RFC 6455, section 5.5). */
    private static final int REASON_BYTES = 123;

    public Close {
      reason = shortened(reason);
    }

    @Override
    public int weight() {
      return 0;
    }

    private static String shortened(String reason) {
      String kept = reason;
      while (kept.getBytes(StandardCharsets.UTF_8).length > REASON_BYTES) {
        kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
      }
      return kept;
    }
  }
}
