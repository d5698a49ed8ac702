package dev.contop.signaling;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.ToPhone;
import dev.contop.wire.SignalingCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The phone's end of one signaling socket of this very host, over the loopback interface: as much
 * of RFC 6455 as the host itself speaks.
 */
public final class OwnSocket implements AutoCloseable {

  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int CLOSE = 0x08;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final SignalingCodec codec;

  private OwnSocket(Socket socket, SignalingCodec codec) throws IOException {
    this.socket = socket;
    this.codec = codec;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /**
   * Connects and shakes hands. Blocks, for at most {@code patience} at a time.
   *
   * @param device as which the phone introduces itself (T96)
   * @throws IOException when there is no connection
   */
  public static OwnSocket open(int port, DeviceId device, SignalingCodec codec, Duration patience)
      throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) patience.toMillis());
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) patience.toMillis());
      OwnSocket opened = new OwnSocket(socket, codec);
      opened.shakeHands(port, device);
      return opened;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private void shakeHands(int port, DeviceId device) throws IOException {
    String request =
        "GET /ws/signaling?device="
            + device.value()
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String status = line();
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new IOException("The handshake was answered with " + status);
    }
    while (!line().isEmpty()) {
      // The headers say nothing that a socket of our own has to know.
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.readUnsignedByte(); read != '\n'; read = in.readUnsignedByte()) {
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  /** Sends one message. Any thread; may block for a moment. */
  public synchronized void send(FromPhone message) throws IOException {
    byte[] text = codec.write(message).getBytes(StandardCharsets.UTF_8);
    out.write(TEXT);
    if (text.length < 126) {
      out.write(MASKED | text.length);
    } else if (text.length < 1 << 16) {
      out.write(MASKED | 126);
      out.writeShort(text.length);
    } else {
      out.write(MASKED | 127);
      out.writeLong(text.length);
    }
    // The mask protects what is between two machines; here there is nothing, and zeros keep it.
    out.writeInt(0);
    out.write(text);
    out.flush();
  }

  /**
   * Passes on what the host says until it closes the socket or {@link #close} was called. Blocks
   * all that time.
   */
  public void listen(Consumer<ToPhone> to) {
    try {
      for (int first = in.read(); first >= 0 && (first & 0x0f) != CLOSE; first = in.read()) {
        byte[] content = in.readNBytes(length());
        codec.readAsPhone(new String(content, StandardCharsets.UTF_8)).ifPresent(to);
      }
    } catch (IOException closed) {
      // Closed on either side, or silent for too long: there is nothing more to hear.
      return;
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    if (length == 126) {
      return in.readUnsignedShort();
    }
    return length == 127 ? (int) Math.min(in.readLong(), 1 << 20) : length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
