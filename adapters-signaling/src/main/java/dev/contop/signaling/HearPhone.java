package dev.contop.signaling;

import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.signaling.FromPhone;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.xnio.ChannelListener;

/**
 * Turns the frames of a WebSocket into what a {@link PhoneSocket} heard. I/O thread only.
 *
 * <p>Undertow has a base class for this, which cuts the connection without a close frame when pings
 * become many; here they count like messages.
 */
final class HearPhone implements ChannelListener<WebSocketChannel>, FrameReader.Outcome {

  /** The longest content of a control frame (RFC 6455, section 5.5). */
  private static final int CONTROL_BYTES = 125;

  private final PhoneSocket socket;
  private final IntSupplier messageBytes;

  /**
   * @param messageBytes how long a message may be; asked for each
   */
  HearPhone(PhoneSocket socket, IntSupplier messageBytes) {
    this.socket = socket;
    this.messageBytes = messageBytes;
  }

  @Override
  public void handleEvent(WebSocketChannel channel) {
    try {
      StreamSourceFrameChannel frames = channel.receive();
      if (frames != null) {
        hear(frames);
      }
    } catch (IOException e) {
      broken();
    }
  }

  private void hear(StreamSourceFrameChannel frames) {
    switch (frames.getType()) {
      case TEXT -> text(frames);
      case PING -> FrameReader.read(frames, CONTROL_BYTES, socket::pinged, this);
      case PONG -> FrameReader.read(frames, CONTROL_BYTES, content -> socket.ponged(), this);
      case CLOSE -> FrameReader.read(frames, CONTROL_BYTES, socket::hungUp, this);
      default -> {
        refuse(Refusal.NOT_TEXT);
        FrameReader.discard(frames, this);
      }
    }
  }

  private void text(StreamSourceFrameChannel frames) {
    if (socket.isSpent()) {
      FrameReader.discard(frames, this);
    } else {
      FrameReader.read(
          frames,
          messageBytes.getAsInt(),
          // Undertow has checked that it is UTF-8, and closes with 1007 where it is not.
          utf8 -> socket.heard(new String(utf8, StandardCharsets.UTF_8)),
          this);
    }
  }

  @Override
  public void tooLong() {
    refuse(Refusal.TOO_LARGE);
  }

  @Override
  public void broken() {
    socket.broken();
  }

  private void refuse(Refusal cause) {
    socket.refused(new FromPhone.Malformed(cause.code(), cause.words()));
  }
}
