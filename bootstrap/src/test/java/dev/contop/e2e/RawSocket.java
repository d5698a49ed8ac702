package dev.contop.e2e;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A TCP connection to a host on this machine, from whichever of its loopback addresses. */
final class RawSocket implements Closeable {

  private static final int CLOSE = 8;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /**
   * @param from such as {@code 127.0.5.1}; Linux has all of 127.0.0.0/8
   */
  RawSocket(String from, int port) throws IOException {
    socket.setReuseAddress(true);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 20_000);
    in = new DataInputStream(socket.getInputStream());
  }

  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Sends a whole request; the head of the answer. */
  String ask(String request) throws IOException {
    write(request);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Sends a whole request; all that comes until the host hangs up. */
  String all(String request) throws IOException {
    write(request);
    StringBuilder answer = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        answer.append((char) next);
      }
    } catch (SocketException reset) {
      // It hung up while something was still on its way.
      return answer.toString();
    }
    return answer.toString();
  }

  /** Opens the signaling socket; false when there is no such answer. */
  boolean upgrade(String query) throws IOException {
    return ask("GET /ws/signaling"
            + query
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
        .startsWith("HTTP/1.1 101 ");
  }

  /** Sends a ping; true when the pong comes, false when the host closes instead. */
  boolean ping() throws IOException {
    socket.getOutputStream().write(new byte[] {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0});
    socket.getOutputStream().flush();
    return (frame().get(0) & 0x0f) != CLOSE;
  }

  /** The code with which the host closes. */
  int closeCode() throws IOException {
    ByteBuffer frame = frame();
    while ((frame.get(0) & 0x0f) != CLOSE) {
      frame = frame();
    }
    return frame.getShort(1) & 0xffff;
  }

  /** The first byte of the next frame, and its content. */
  private ByteBuffer frame() throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException("The host hung up");
    }
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    }
    byte[] content = in.readNBytes(length);
    return ByteBuffer.allocate(length + 1).put((byte) first).put(content).flip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
