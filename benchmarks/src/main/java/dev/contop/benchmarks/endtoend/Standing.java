package dev.contop.benchmarks.endtoend;

import java.util.List;

/**
 * A contender that runs and can be looked at.
 *
 * @param display the X display that it shows
 * @param page what the viewer opens first
 * @param socket the WebSocket that the viewer then connects to
 * @param script what makes a viewer of the page
 * @param tree the processes that are its cost
 * @param parts what is to be ended, the last first
 */
record Standing(
    String display,
    String page,
    String socket,
    String script,
    ProcessTree tree,
    List<AutoCloseable> parts)
    implements AutoCloseable {

  static final String RTC = "probe.js";
  static final String VNC = "vnc.js";

  /** One that speaks the host's messages on a port of this machine. */
  static Standing onPort(String port, String display, ProcessTree tree, List<AutoCloseable> parts) {
    String address = "127.0.0.1:" + port;
    return new Standing(
        display, "http://" + address + "/", "ws://" + address + "/viewer", RTC, tree, parts);
  }

  @Override
  public void close() {
    Closing.all(parts);
  }
}
