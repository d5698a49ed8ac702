package dev.contop.os.door;

import dev.contop.application.door.RecognizeCaller;
import dev.contop.domain.door.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Finds the user behind a loopback connection in Linux's table of sockets, {@code /proc/net/tcp}
 * and {@code tcp6}.
 *
 * <p>A socket that its program has closed is listed as root's, so only one that is still open
 * counts; and since it may be closed while its line is being written, the line is read twice: an
 * open socket in the second reading was one in the first.
 */
public final class SocketOwners implements RecognizeCaller {

  private static final String ESTABLISHED = "01";
  private static final long ROOT = 0;

  /** How users that this process cannot see are shown, whoever they are. */
  private static final long NOBODY = 65534;

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private final Path proc;

  public SocketOwners() {
    this(Path.of("/proc/self"));
  }

  SocketOwners(Path proc) {
    this.proc = proc;
  }

  /** Whether this system tells whose a socket is. */
  public static boolean areTold() {
    return Files.isReadable(Path.of("/proc/self/net/tcp"));
  }

  @Override
  public Caller recognize(String client, int clientPort, String here, int herePort) {
    try {
      InetAddress from = InetAddress.getByName(client);
      InetAddress to = InetAddress.getByName(here);
      OptionalLong first = owner(from, clientPort, to, herePort);
      OptionalLong second = owner(from, clientPort, to, herePort);
      if (first.isEmpty() || second.isEmpty()) {
        return Caller.UNKNOWN;
      }
      long user = first.getAsLong();
      boolean own = user == ROOT || (user == self() && user != NOBODY);
      return own ? Caller.OWN : Caller.FOREIGN;
    } catch (IOException | RuntimeException unreadable) {
      return Caller.UNKNOWN;
    }
  }

  /** The effective user of this process. */
  private long self() throws IOException {
    for (String line : Files.readAllLines(proc.resolve("status"), StandardCharsets.ISO_8859_1)) {
      if (line.startsWith("Uid:")) {
        return Long.parseLong(line.split("\\s+", -1)[2]);
      }
    }
    throw new IOException("No user in the status of this process");
  }

  private OptionalLong owner(InetAddress from, int fromPort, InetAddress to, int toPort)
      throws IOException {
    for (String table : List.of("net/tcp", "net/tcp6")) {
      boolean wide = table.endsWith("6");
      String local = end(from, fromPort, wide);
      String remote = end(to, toPort, wide);
      Path file = proc.resolve(table);
      if (local.isEmpty() || remote.isEmpty() || !Files.isReadable(file)) {
        continue;
      }
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] fields = line.strip().split("\\s+", -1);
          if (fields.length > 9 && fields[1].equals(local) && fields[2].equals(remote)) {
            return fields[3].equals(ESTABLISHED) && !fields[9].equals("0")
                ? OptionalLong.of(Long.parseLong(fields[7]))
                : OptionalLong.empty();
          }
        }
      }
    }
    return OptionalLong.empty();
  }

  /** An address and port as the table has them: hex, in words of the machine's own byte order. */
  private static String end(InetAddress address, int port, boolean wide) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 16 && !wide) {
      return "";
    }
    ByteBuffer words = ByteBuffer.allocate(wide ? 16 : 4);
    if (wide && bytes.length == 4) {
      words.put(MAPPED);
    }
    words.put(bytes).flip().order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    while (words.hasRemaining()) {
      text.append(String.format(Locale.ROOT, "%08X", words.getInt()));
    }
    return text.append(String.format(Locale.ROOT, ":%04X", port)).toString();
  }
}
