package dev.contop.e2e;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * Stands between a phone and the host, as whoever controls the network can: it writes down all that
 * crosses, and may change what is said over the signaling socket.
 */
final class Relay implements AutoCloseable {

  private static final int TEXT = 1;

  private final ServerSocket door;
  private final int hostPort;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final Queue<String> toHost = new ConcurrentLinkedQueue<>();
  private final Queue<String> toPhone = new ConcurrentLinkedQueue<>();
  private volatile UnaryOperator<String> fromPhone = UnaryOperator.identity();
  private volatile UnaryOperator<String> fromHost = UnaryOperator.identity();

  private Relay(ServerSocket door, int hostPort) {
    this.door = door;
    this.hostPort = hostPort;
  }

  static Relay before(int hostPort) throws IOException {
    Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), hostPort);
    start("relay", relay::accept);
    return relay;
  }

  /** Changes what is said over the sockets that open from now on; what was written down is gone. */
  Relay changing(UnaryOperator<String> offers, UnaryOperator<String> answers) {
    fromPhone = text -> text.contains("\"type\":\"offer\"") ? offers.apply(text) : text;
    fromHost = text -> text.contains("\"type\":\"answer\"") ? answers.apply(text) : text;
    toHost.clear();
    toPhone.clear();
    return this;
  }

  /** The link, as it leads through here. */
  String link(String link) {
    return "http://127.0.0.1:" + door.getLocalPort() + "/" + link.substring(link.indexOf('#'));
  }

  /** What the phone said, as it said it: requests, and messages of sockets. */
  List<String> toHost() {
    return List.copyOf(toHost);
  }

  List<String> toPhone() {
    return List.copyOf(toPhone);
  }

  private void accept() throws IOException {
    while (true) {
      Socket phone = door.accept();
      Socket host = new Socket(InetAddress.getLoopbackAddress(), hostPort);
      open.add(phone);
      open.add(host);
      start("relay-phone", () -> carry(phone, host, toHost, text -> fromPhone.apply(text)));
      start("relay-host", () -> carry(host, phone, toPhone, text -> fromHost.apply(text)));
    }
  }

  /** What cannot be passed on any more is still read: a reset would overtake a last word. */
  private static void carry(
      Socket from, Socket to, Queue<String> record, UnaryOperator<String> change)
      throws IOException {
    DataInputStream in = new DataInputStream(from.getInputStream());
    Sink out = new Sink(to.getOutputStream());
    try {
      String head = head(in);
      record.add(head);
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
        while (true) {
          frame(in, out, record, change);
        }
      }
      byte[] buffer = new byte[16 * 1024];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        record.add(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        out.write(Arrays.copyOf(buffer, count));
      }
    } finally {
      to.shutdownOutput();
    }
  }

  /** Where bytes go for as long as somebody is there to take them. */
  private static final class Sink {
    private final OutputStream out;
    private boolean broken;

    Sink(OutputStream out) {
      this.out = out;
    }

    void write(byte[] bytes) {
      try {
        if (!broken) {
          out.write(bytes);
          out.flush();
        }
      } catch (IOException gone) {
        broken = true;
      }
    }
  }

  private static String head(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private static void frame(
      DataInputStream in, Sink out, Queue<String> record, UnaryOperator<String> change)
      throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    boolean masked = (second & 0x80) != 0;
    int length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = masked ? in.readNBytes(4) : new byte[4];
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException();
    }
    for (int i = 0; i < length; i++) {
      content[i] ^= mask[i % 4];
    }
    if ((first & 0x0f) == TEXT) {
      String text = new String(content, StandardCharsets.UTF_8);
      record.add(text);
      content = change.apply(text).getBytes(StandardCharsets.UTF_8);
    }
    write(out, first, masked, content);
  }

  /** With a mask of zeros where there must be one. */
  private static void write(Sink out, int first, boolean masked, byte[] content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    int mask = masked ? 0x80 : 0;
    if (content.length < 126) {
      frame.write(mask | content.length);
    } else if (content.length < 1 << 16) {
      frame.write(mask | 126);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) content.length).array());
    } else {
      frame.write(mask | 127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(content.length).array());
    }
    frame.writeBytes(new byte[masked ? 4 : 0]);
    frame.writeBytes(content);
    out.write(frame.toByteArray());
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Either side has hung up, or the relay was closed.
                return;
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
