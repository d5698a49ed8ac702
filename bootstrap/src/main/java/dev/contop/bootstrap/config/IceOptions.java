package dev.contop.bootstrap.config;

import dev.contop.domain.signaling.IceServer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** By which servers a connection finds its way. */
@SuppressWarnings("NullAway.Init") // picocli sets them all.
final class IceOptions {

  private static final String STUN = "stun:stun.l.google.com:19302";

  @Option(
      names = "--ice-server",
      defaultValue = STUN,
      split = "\\s+",
      paramLabel = "URL[,user,credential]",
      description =
          "A STUN or TURN server; may be given several times (default: "
              + STUN
              + "; none: only this network).")
  private List<String> iceServers;

  @Option(
      names = "--relay-only",
      defaultValue = "false",
      description = "Connect only through the TURN servers given.")
  private boolean relayOnly;

  boolean relayOnly() {
    return relayOnly;
  }

  List<IceServer> checked() throws StartRefused {
    List<IceServer> servers = new ArrayList<>();
    for (String text : iceServers) {
      if (!text.equals("none")) {
        servers.add(iceServer(text));
      }
    }
    if (relayOnly && servers.stream().noneMatch(IceServer::relays)) {
      throw new StartRefused("--relay-only needs a TURN server; give one with --ice-server");
    }
    return servers;
  }

  private static IceServer iceServer(String text) throws StartRefused {
    IceServer.Parsed parsed = IceServer.parse(text);
    if (parsed instanceof IceServer.Parsed.Valid valid) {
      return valid.server();
    }
    // The URL is shown, but nothing behind it: that is a secret.
    throw new StartRefused(
        "--ice-server “"
            + text.substring(0, text.contains(",") ? text.indexOf(',') : text.length())
            + "” cannot be used: "
            + ((IceServer.Parsed.Refused) parsed).reason());
  }
}
