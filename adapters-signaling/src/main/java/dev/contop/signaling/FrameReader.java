package dev.contop.signaling;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.xnio.ChannelListener;

/**
 * Reads one message or control frame, all fragments together, up to a bound. I/O thread only.
 *
 * <p>Undertow's own reader closes with 1009 when a message is too long; T11 wants words and 4400,
 * so this one reports the excess and then throws away what still comes, which lets the answer
 * arrive before the connection ends.
 */
final class FrameReader implements ChannelListener<StreamSourceFrameChannel> {

  /** What becomes of a message. */
  interface Outcome {

    void tooLong();

    /** The connection or the frames are broken, or the text is not UTF-8. */
    void broken();
  }

  private final int maxBytes;
  private final Consumer<byte[]> complete;
  private final Outcome outcome;
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean discarding;
  private boolean ended;

  private FrameReader(int maxBytes, Consumer<byte[]> complete, Outcome outcome) {
    this.maxBytes = maxBytes;
    this.complete = complete;
    this.outcome = outcome;
  }

  static void read(
      StreamSourceFrameChannel frames, int maxBytes, Consumer<byte[]> complete, Outcome outcome) {
    new FrameReader(maxBytes, complete, outcome).begin(frames);
  }

  /** Reads to the end and forgets. */
  static void discard(StreamSourceFrameChannel frames, Outcome outcome) {
    FrameReader reader = new FrameReader(0, content -> {}, outcome);
    reader.discarding = true;
    reader.begin(frames);
  }

  private void begin(StreamSourceFrameChannel frames) {
    frames.getReadSetter().set(this);
    handleEvent(frames);
    if (!ended) {
      frames.resumeReads();
    }
  }

  @Override
  public void handleEvent(StreamSourceFrameChannel frames) {
    if (ended) {
      return;
    }
    try (PooledByteBuffer pooled = frames.getWebSocketChannel().getBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      int count;
      do {
        buffer.clear();
        count = frames.read(buffer);
        buffer.flip();
        take(buffer);
      } while (count > 0);
      if (count < 0) {
        end(frames);
        if (!discarding) {
          complete.accept(bytes.toByteArray());
        }
      }
    } catch (IOException e) {
      end(frames);
      outcome.broken();
    }
  }

  private void take(ByteBuffer buffer) {
    if (discarding) {
      return;
    }
    if (bytes.size() + buffer.remaining() > maxBytes) {
      discarding = true;
      bytes = new ByteArrayOutputStream(0);
      outcome.tooLong();
      return;
    }
    byte[] part = new byte[buffer.remaining()];
    buffer.get(part);
    bytes.writeBytes(part);
  }

  private void end(StreamSourceFrameChannel frames) {
    ended = true;
    frames.suspendReads();
  }
}
