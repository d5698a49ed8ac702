package dev.contop.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network of its own for the host, with one link to the rest of this machine that can be made
 * narrow or cut: what leaves the host goes through a token bucket, or nowhere. Both are in every
 * kernel that has traffic control; {@code netem} is not in all.
 *
 * <p>Needs the rights of root, by itself or through {@code sudo}.
 */
final class NarrowNetwork implements AutoCloseable {

  private static final String OUTSIDE = "10.213.77.1";
  private static final String INSIDE = "10.213.77.2";

  private static final Pattern DROPPED = Pattern.compile("dropped (\\d+)");

  private final String name;

  private NarrowNetwork(String name) {
    this.name = name;
  }

  static NarrowNetwork open() throws IOException, InterruptedException {
    NarrowNetwork network = new NarrowNetwork("ct" + ProcessHandle.current().pid() % 1_000_000);
    String outer = network.name + "o";
    String inner = network.name + "i";
    run("ip", "netns", "add", network.name);
    try {
      run("ip", "link", "add", outer, "type", "veth", "peer", "name", inner);
      run("ip", "link", "set", inner, "netns", network.name);
      run("ip", "address", "add", OUTSIDE + "/24", "dev", outer);
      run("ip", "link", "set", outer, "up");
      network.inside("ip", "address", "add", INSIDE + "/24", "dev", inner);
      network.inside("ip", "link", "set", "lo", "up");
      network.inside("ip", "link", "set", inner, "up");
      network.inside("ip", "route", "add", "default", "via", OUTSIDE);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      network.close();
      throw failed;
    }
    return network;
  }

  /** A host in this network that shows the screen. */
  HostProcess host(Path work, Xvfb screen) throws IOException {
    Path data = work.resolve("data");
    List<String> options = new ArrayList<>(List.of("--port=0", "--admin-port=0"));
    options.addAll(List.of("--ice-server=none", "--screen=x11", "--data-dir=" + data));
    ProcessBuilder host = HostProcess.command(work, options);
    host.environment().putAll(Map.of("DISPLAY", screen.display()));
    return HostProcess.await(within(host), work, data);
  }

  private ProcessBuilder within(ProcessBuilder program) {
    List<String> command = new ArrayList<>(asRoot("ip", "netns", "exec", name));
    command.addAll(program.command());
    return program.command(command);
  }

  /** From now on the host's link carries so much, with a short queue before it. */
  void narrow(int kilobits) throws IOException, InterruptedException {
    inside(
        "tc",
        "qdisc",
        "replace",
        "dev",
        name + "i",
        "root",
        "tbf",
        "rate",
        kilobits + "kbit",
        "burst",
        "8kb",
        "latency",
        "300ms");
  }

  /** The link carries everything again, and at once. */
  void widen() throws IOException, InterruptedException {
    inside("tc", "qdisc", "delete", "dev", name + "i", "root");
  }

  /** From now on nothing that leaves the host arrives. */
  void cut() throws IOException, InterruptedException {
    inside("tc", "qdisc", "replace", "dev", name + "i", "root", "blackhole");
  }

  /** How many packets were lost since the link was cut. */
  int lost() throws IOException, InterruptedException {
    Process tc =
        new ProcessBuilder(
                asRoot("ip", "netns", "exec", name, "tc", "-s", "qdisc", "show", "dev", name + "i"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(tc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher dropped = DROPPED.matcher(said);
    if (tc.waitFor() != 0 || !dropped.find()) {
      throw new IOException("Nothing is known of the link: " + said);
    }
    return Integer.parseInt(dropped.group(1));
  }

  @Override
  public void close() {
    try {
      run("ip", "netns", "delete", name);
    } catch (IOException | InterruptedException left) {
      throw new IllegalStateException(left);
    }
  }

  private void inside(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
    whole.addAll(List.of(command));
    run(whole.toArray(new String[0]));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(asRoot(command)).inheritIO().redirectErrorStream(true).start();
    if (process.waitFor() != 0) {
      throw new IOException("Failed: " + String.join(" ", command));
    }
  }

  private static List<String> asRoot(String... command) {
    List<String> whole = new ArrayList<>();
    if (!"root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("sudo", "-n", "-E"));
    }
    whole.addAll(List.of(command));
    return whole;
  }
}
