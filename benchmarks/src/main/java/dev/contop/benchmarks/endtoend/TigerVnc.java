package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * TigerVNC's X server, shown by noVNC; it is the display, so what drawing costs is in its figures.
 */
final class TigerVnc implements Contender {

  private static final String SERVER = "/usr/bin/Xtigervnc";
  private static final String BRIDGE = "/usr/bin/websockify";
  private static final String PAGES = "/usr/share/novnc";

  @Override
  public String name() {
    return "tigervnc";
  }

  @Override
  public String title() {
    return "TigerVNC, noVNC (1920 wide)";
  }

  @Override
  public List<Needed> needs() {
    return List.of(
        Needed.of("tigervnc-standalone-server", SERVER),
        Needed.of("websockify", BRIDGE),
        Needed.of("novnc", PAGES));
  }

  @Override
  public Standing start(Path work, String display) throws IOException {
    String vnc = String.valueOf(freePort());
    String web = String.valueOf(freePort());
    List<AutoCloseable> parts = new ArrayList<>();
    try {
      Started server =
          Started.speaking(
              new ProcessBuilder(
                  SERVER,
                  "-displayfd",
                  "1",
                  "-geometry",
                  "1920x1080",
                  "-depth",
                  "24",
                  "-SecurityTypes",
                  "None",
                  "-localhost",
                  "-rfbport",
                  vnc,
                  "-nolisten",
                  "tcp"),
              work.resolve("vnc.log"));
      parts.add(server);
      Started bridge =
          Started.answering(
              new ProcessBuilder(BRIDGE, "--web", PAGES, "127.0.0.1:" + web, "127.0.0.1:" + vnc),
              work.resolve("websockify.log"),
              Integer.parseInt(web));
      parts.add(bridge);
      String address = "127.0.0.1:" + web;
      return new Standing(
          ":" + server.firstLine().strip(),
          "http://" + address + "/core/rfb.js",
          "ws://" + address + "/websockify",
          Standing.VNC,
          new ProcessTree(List.of(server.pid(), bridge.pid())),
          List.copyOf(parts));
    } catch (IOException | RuntimeException unusable) {
      Closing.all(parts);
      throw unusable;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
