package dev.contop.application.desk;

import java.io.IOException;
import java.util.List;

/** Reads the end of the audit log. */
public interface ReadAuditTail {

  /**
   * The newest lines, the newest last; each is one JSON object (T55).
   *
   * @param atMost how many, 1 or more
   * @throws IOException when the log cannot be read
   */
  List<String> newest(int atMost) throws IOException;
}
