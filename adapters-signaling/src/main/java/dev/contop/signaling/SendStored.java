package dev.contop.signaling;

import dev.contop.application.recording.KeepRecordings;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Sends a stored file, or a range of it, piece by piece as fast as the client reads: what it has of
 * it in memory is one piece, and no thread waits. A file that grows is sent as it was at the start.
 */
final class SendStored implements IoCallback {

  private static final int PIECE = 256 * 1024;

  private final KeepRecordings.StoredBytes stored;
  private final long end;
  private final ByteBuffer piece;
  private long position;

  private SendStored(KeepRecordings.StoredBytes stored, ByteRange range) {
    this.stored = stored;
    this.position = range.from();
    this.end = range.to();
    this.piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(1, range.length())));
  }

  /** Answers {@code exchange} and closes {@code stored}, whatever happens. */
  static void send(
      HttpServerExchange exchange, KeepRecordings.StoredBytes stored, List<String> ranges) {
    try {
      long size = stored.size();
      boolean asked = ByteRange.isAsked(ranges);
      Optional<ByteRange> range =
          asked ? ByteRange.of(ranges.get(0), size) : Optional.of(ByteRange.whole(size));
      exchange.getResponseHeaders().put(Headers.ACCEPT_RANGES, "bytes");
      if (range.isEmpty()) {
        exchange.getResponseHeaders().put(Headers.CONTENT_RANGE, "bytes */" + size);
        close(stored);
        JsonReply.error(exchange, 416, "no_such_range", "The file has no such bytes.");
        return;
      }
      if (asked) {
        exchange.setStatusCode(206);
        exchange.getResponseHeaders().put(Headers.CONTENT_RANGE, range.get().header());
      }
      exchange.setResponseContentLength(range.get().length());
      new SendStored(stored, range.get()).next(exchange.getResponseSender());
    } catch (IOException unreadable) {
      close(stored);
      JsonReply.error(exchange, 500, "unreadable", "The recording cannot be read just now.");
    }
  }

  private void next(Sender sender) throws IOException {
    piece.clear().limit((int) Math.min(piece.capacity(), end - position));
    while (piece.hasRemaining()) {
      int read = stored.read(piece, position);
      if (read < 0) {
        throw new IOException("The recording has become shorter");
      }
      position += read;
    }
    piece.flip();
    sender.send(piece, this);
  }

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    if (position == end) {
      close(stored);
      sender.close(IoCallback.END_EXCHANGE);
      return;
    }
    try {
      next(sender);
    } catch (IOException unreadable) {
      onException(exchange, sender, unreadable);
    }
  }

  /**
   * Its length was promised, so that only closing the connection tells that something is missing.
   */
  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
    close(stored);
    IoCallback.END_EXCHANGE.onException(exchange, sender, gone);
  }

  private static void close(KeepRecordings.StoredBytes stored) {
    try {
      stored.close();
    } catch (IOException already) {
      // Nothing was written to it.
    }
  }
}
