package dev.contop.application.door;

import dev.contop.domain.door.Caller;

/** Recognizes whose program is at the other end of a TCP connection within this machine (T93). */
public interface RecognizeCaller {

  /**
   * Asks the system, for milliseconds; never fails, but may not know. Any thread.
   *
   * @param client the other end's IP address as text
   * @param here this end's
   */
  Caller recognize(String client, int clientPort, String here, int herePort);
}
