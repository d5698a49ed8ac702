package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.Map;
import java.util.Set;

/**
 * Programs that speak to the network or set it up.
 *
 * <p>Fetching a page to look at it is harmless, as long as nothing is sent along, nothing is
 * written, and the address stands there as it is: an address that is put together as the command
 * runs could carry away what it reads.
 */
final class NetworkPrograms {

  private static final Set<String> CURL_FLAGS =
      Set.of(
          "-s",
          "-S",
          "-sS",
          "-L",
          "-sL",
          "-sSL",
          "-fsSL",
          "-f",
          "-fsS",
          "-I",
          "-sI",
          "-i",
          "-v",
          "-4",
          "-6",
          "-G",
          "--silent",
          "--show-error",
          "--location",
          "--fail",
          "--head",
          "--include",
          "--compressed",
          "--http1.1",
          "--http2",
          "--verbose",
          "--ipv4",
          "--ipv6");

  private static final Set<String> CURL_VALUED = Set.of("-m", "--max-time", "--connect-timeout");

  private static final Looking NAMES = Looking.without("-f", "-k");

  static final Map<String, Program> TABLE =
      new Table()
          .with(NetworkPrograms::curl, "curl")
          .with(NetworkPrograms::wget, "wget")
          .with(call -> plainly(call, NAMES), "dig", "host", "nslookup", "whois")
          .with(call -> plainly(call, Looking.without("-f")), "ping", "ping6", "tracepath")
          .with(Looking.freely(), "traceroute", "netstat")
          .with(Looking.without("-K", "--kill", "-D", "--diag"), "ss")
          .with(NetworkPrograms::ip, "ip")
          .with(Looking.onlyWith("a").operands(1), "ifconfig")
          .with(Looking.onlyWith("an"), "arp")
          .with(Looking.onlyWith("n").operands(0), "route")
          .with(
              new Subcommands(
                  Set.of("-t", "-p", "--terse", "--pretty"),
                  Set.of("-f", "-c", "-m"),
                  Set.of(
                      "",
                      "general",
                      "general status",
                      "device",
                      "device status",
                      "device show",
                      "connection show",
                      "dev",
                      "dev status",
                      "dev show"),
                  Looking.freely().operands(0),
                  Map.of(),
                  "may change the network"),
              "nmcli")
          .with(
              Interpreters.hands("runs commands on another computer"),
              "ssh",
              "autossh",
              "mosh",
              "rsh",
              "rexec",
              "telnet")
          .asking(
              "copies files, over others if they are there",
              "scp",
              "sftp",
              "rsync",
              "rclone",
              "ftp")
          .asking("opens a connection for anything", "nc", "ncat", "netcat", "socat", "openssl")
          .asking(
              "changes the network or the firewall",
              "iptables",
              "ip6tables",
              "nft",
              "ufw",
              "firewall-cmd",
              "ifup",
              "ifdown",
              "ethtool",
              "iwconfig",
              "iw",
              "rfkill",
              "wpa_cli",
              "bluetoothctl",
              "tc",
              "brctl")
          .asking("fetches files and writes them", "aria2c", "yt-dlp", "youtube-dl")
          .done();

  private NetworkPrograms() {}

  private static Judgement curl(Call call) {
    int at = 0;
    while (at < call.arguments().size()) {
      Word word = call.arguments().get(at);
      String text = word.text().orElse("-");
      boolean page = text.startsWith("http://") || text.startsWith("https://");
      if (CURL_VALUED.contains(text)) {
        at += 2;
      } else if (!page && !CURL_FLAGS.contains(text)) {
        return call.asks("may send or write something, with “" + shown(word) + "”");
      } else {
        at++;
      }
    }
    return Judgement.harmless();
  }

  private static Judgement wget(Call call) {
    boolean shows = call.has("--spider");
    for (int i = 0; i < call.arguments().size(); i++) {
      Word word = call.arguments().get(i);
      String text = word.text().orElse("--");
      boolean out = text.equals("-qO-") || text.equals("-O-") || text.equals("-");
      shows |= out && (!text.equals("-") || call.argument(i - 1).endsWith("O"));
      boolean known = out || Set.of("-q", "-O", "-qO", "-nv", "--spider", "-S").contains(text);
      if (text.startsWith("-") && !known) {
        return call.asks("may send or write something, with “" + shown(word) + "”");
      }
    }
    return shows ? Judgement.harmless() : call.asks("writes what it fetches to a file");
  }

  private static Judgement ip(Call call) {
    Set<String> changes =
        Set.of(
            "add", "a", "del", "delete", "d", "set", "s", "change", "c", "replace", "r", "flush",
            "f", "up", "down", "append", "exec", "restore", "-b", "-batch", "-force", "netns",
            "monitor");
    boolean object = false;
    for (Word word : call.arguments()) {
      String text = word.lead();
      // The first word names what is shown: “ip a” and “ip r” show addresses and routes.
      boolean first = !object && !text.startsWith("-");
      boolean harmful =
          first ? text.startsWith("n") && !text.startsWith("nei") : isChange(changes, text);
      if (harmful || !word.isLiteral()) {
        return call.asks("may change the network");
      }
      object |= first;
    }
    return Judgement.harmless();
  }

  private static boolean isChange(Set<String> changes, String text) {
    return changes.contains(text)
        || (text.length() > 1 && changes.stream().anyMatch(change -> change.startsWith(text)));
  }

  /** Names that are looked up leave this computer: they have to stand there as they are. */
  private static Judgement plainly(Call call, Looking looking) {
    boolean literal = call.arguments().stream().allMatch(Word::isLiteral);
    return literal
        ? looking.judge(call)
        : call.asks("asks the network for a name that it makes up");
  }

  private static String shown(Word word) {
    return Reason.shown(word.source().toString());
  }
}
