package dev.contop.os.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.door.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T93: whose program connects, as Linux's own table of sockets tells. */
@Timeout(30)
class SocketOwnersTest {

  private static final String HEADING =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";

  @TempDir private Path proc;

  /** One line for a client at 127.0.0.1:40000 of a host at 127.0.0.1:8001. */
  private static String line(String state, long user, long inode) {
    return "  12: 0100007F:9C40 0100007F:1F41 "
        + state
        + " 00000000:00000000 00:00000000 00000000 "
        + user
        + "        0 "
        + inode
        + " 1 0000000000000000 20 4 30 10 -1\n";
  }

  private Caller among(String lines) throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(proc.resolve("status"), "Name:\tjava\nUid:\t1000\t1001\t1000\t1000\n");
    Files.writeString(proc.resolve("net/tcp"), HEADING + lines);
    return new SocketOwners(proc).recognize("127.0.0.1", 40000, "127.0.0.1", 8001);
  }

  @ParameterizedTest
  @CsvSource({
    "01,1001,5,OWN",
    "01,0,5,OWN",
    "01,1000,5,FOREIGN",
    "01,1002,5,FOREIGN",
    "01,65534,5,FOREIGN",
    "01,0,0,UNKNOWN",
    "04,0,5,UNKNOWN",
    "05,1001,5,UNKNOWN",
    "06,0,0,UNKNOWN",
    "08,1001,5,UNKNOWN"
  })
  void shouldBelieveOpenSocketsOnly(String state, long user, long inode, Caller expected)
      throws Exception {
    assertThat(among(line(state, user, inode))).isEqualTo(expected);
  }

  @Test
  void shouldNotTakeOtherSocketsForIt() throws Exception {
    String others =
        line("01", 1001, 5).replace("9C40", "9C41")
            + line("01", 1001, 5).replace("1F41", "1F40")
            + "   3: 0100007F:1F41 0100007F:9C40 01 0 0 0 1001 0 7 1\n"
            + "nonsense\n";

    assertThat(among(others)).isEqualTo(Caller.UNKNOWN);
    assertThat(among(others + line("01", 1002, 9))).isEqualTo(Caller.FOREIGN);
  }

  @Test
  void shouldNotKnowWhereThereIsNoSuchTable() {
    assertThat(new SocketOwners(proc).recognize("127.0.0.1", 40000, "127.0.0.1", 8001))
        .isEqualTo(Caller.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void shouldKnowItsOwnSocketAndForgetItWhenClosed(String address) throws Exception {
    // Given a socket of Java's, which is one of IPv6 even where it carries IPv4
    SocketOwners owners = new SocketOwners();
    try (ServerSocket host = new ServerSocket(0, 5, InetAddress.getByName(address))) {
      Socket client = new Socket(InetAddress.getByName(address), host.getLocalPort());
      try (Socket accepted = host.accept()) {
        // When
        InetSocketAddress from = (InetSocketAddress) accepted.getRemoteSocketAddress();
        Caller before =
            owners.recognize(
                from.getAddress().getHostAddress(), from.getPort(), address, host.getLocalPort());
        client.close();
        Caller after =
            owners.recognize(
                from.getAddress().getHostAddress(), from.getPort(), address, host.getLocalPort());

        // Then, although Linux may list it as root's now
        assertThat(before).isEqualTo(Caller.OWN);
        assertThat(after).isEqualTo(Caller.UNKNOWN);
      }
    }
  }

  @Test
  void shouldKnowAnotherUsersSocket() throws Exception {
    // Given what only root can arrange; anybody else sees that it cannot be
    boolean root = System.getProperty("user.name", "").equals("root");
    String connect = "exec 3<>/dev/tcp/127.0.0.1/PORT && read -r line <&3";
    try (ServerSocket host =
        new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      String script = connect.replace("PORT", Integer.toString(host.getLocalPort()));
      ProcessBuilder builder =
          root
              ? new ProcessBuilder(
                  "setpriv",
                  "--reuid=54321",
                  "--regid=54321",
                  "--clear-groups",
                  "bash",
                  "-c",
                  script)
              : new ProcessBuilder("bash", "-c", script);
      Process other = builder.start();
      try (Socket accepted = host.accept()) {
        InetSocketAddress from = (InetSocketAddress) accepted.getRemoteSocketAddress();

        // When
        Caller caller =
            new SocketOwners()
                .recognize("127.0.0.1", from.getPort(), "127.0.0.1", host.getLocalPort());

        // Then
        assertThat(caller).isEqualTo(root ? Caller.FOREIGN : Caller.OWN);
      } finally {
        other.destroy();
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
