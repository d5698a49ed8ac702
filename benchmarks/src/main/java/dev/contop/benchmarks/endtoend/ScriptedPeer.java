package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A peer that a small script of ours makes of a library, behind a door like the host's. */
record ScriptedPeer(
    String name, String title, List<Needed> needs, String script, List<String> arguments)
    implements Contender {

  @Override
  public Standing start(Path work, String display) throws IOException {
    Started server = run(work, display, script, arguments);
    ProcessTree tree = new ProcessTree(List.of(server.pid()));
    return Standing.onPort(port(server), display, tree, List.of(server));
  }

  /** Runs a script that prints {@code ready PORT}. */
  static Started run(Path work, String display, String script, List<String> arguments)
      throws IOException {
    Resources.unpack("peers/signaling.py", work);
    Path file = Resources.unpack("peers/" + script, work);
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", file.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", display);
    return Started.speaking(builder, work.resolve(script + ".log"));
  }

  static String port(Started server) {
    return server.firstLine().substring("ready ".length());
  }
}
