package dev.contop.benchmarks.endtoend;

import dev.contop.e2e.HostProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** This host, with one of its codecs, sending pictures so wide. */
record ContopHost(String name, String codec, int width) implements Contender {

  static final int USUAL_WIDTH = 1280;

  @Override
  public String title() {
    return "Contop Host, " + codec + (isUsual() ? "" : ", " + width + " wide");
  }

  /** Whether it sends what the others send, so that the further scenes are worth their time. */
  boolean isUsual() {
    return width == USUAL_WIDTH;
  }

  @Override
  public List<Needed> needs() {
    return List.of();
  }

  @Override
  public Standing start(Path work, String display) throws IOException {
    HostProcess host =
        HostProcess.start(work, display, "--max-width", String.valueOf(width), "--codecs", codec);
    return new Standing(
        display,
        page(host),
        socket(host),
        Standing.RTC,
        new ProcessTree(List.of(host.pid())),
        List.of(host));
  }

  static String page(HostProcess host) {
    return "http://127.0.0.1:" + host.port() + "/";
  }

  /** Where a phone connects that sends its token, which the link has as {@code t}. */
  static String socket(HostProcess host) {
    String fragment = host.link().substring(host.link().indexOf('#') + 1);
    String token =
        List.of(fragment.split("&")).stream()
            .filter(fact -> fact.startsWith("t="))
            .findFirst()
            .orElseThrow()
            .substring(2);
    return "ws://127.0.0.1:" + host.port() + "/ws/signaling?token=" + token;
  }
}
