package dev.contop.signaling;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone that may do anything: a TCP socket that writes the bytes of RFC 6455 itself. */
final class RawPhone implements Closeable {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int FIN = 0x80;

  /** A frame of the host. */
  record Frame(int opcode, ByteBuffer content) {

    String text() {
      return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
    }

    int closeCode() {
      return content.getShort(0) & 0xffff;
    }
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  RawPhone(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  static RawPhone connect(int port) throws IOException {
    return connect(port, Phones.GOOD);
  }

  static RawPhone connect(int port, String token) throws IOException {
    RawPhone phone = new RawPhone(port);
    String head = phone.ask(handshake("/ws/signaling?token=" + token));
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("Not upgraded: " + head);
    }
    return phone;
  }

  static String handshake(String path) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: desk.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  }

  /** Sends a request and answers with the head of the response. */
  String ask(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return head();
  }

  String head() throws IOException {
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

  /** The length of the body behind a head, as that says. */
  static int length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  /** Waits for so many milliseconds from now on, and then throws. */
  void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  void skip(int length) throws IOException {
    in.readFully(new byte[length]);
  }

  String body(int length) throws IOException {
    byte[] body = new byte[length];
    in.readFully(body);
    return new String(body, StandardCharsets.UTF_8);
  }

  void text(String text) throws IOException {
    frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a frame with a mask, as every client must. */
  void frame(int firstByte, byte[] content) throws IOException {
    write(header(firstByte, content.length));
    byte[] masked = content.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= (byte) (i % 4 + 1);
    }
    write(masked);
  }

  static byte[] header(int firstByte, long length) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write(firstByte);
    if (length < 126) {
      header.write(0x80 | (int) length);
    } else if (length < 65536) {
      header.write(0x80 | 126);
      header.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
    } else {
      header.write(0x80 | 127);
      header.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
    }
    header.writeBytes(new byte[] {1, 2, 3, 4});
    return header.toByteArray();
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  Frame read() throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException("The host hung up");
    }
    int length = in.read();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = (int) in.readLong();
    }
    byte[] content = new byte[length];
    in.readFully(content);
    return new Frame(first & 0x0f, ByteBuffer.wrap(content));
  }

  /** The next frame that closes, whatever comes before it. */
  Frame awaitClose() throws IOException {
    Frame frame = read();
    while (frame.opcode() != CLOSE) {
      frame = read();
    }
    return frame;
  }

  /** Whether the host hangs up before the read times out. */
  boolean isHungUp() throws IOException {
    try {
      byte[] rest = new byte[64 * 1024];
      while (in.read(rest) >= 0) {
        // What was still under way does not matter.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether nothing comes for so long; the socket can be used afterwards. */
  boolean isSilentFor(Duration silence) throws IOException {
    socket.setSoTimeout((int) silence.toMillis());
    try {
      throw new IOException("Not silent: " + in.read());
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(10_000);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
