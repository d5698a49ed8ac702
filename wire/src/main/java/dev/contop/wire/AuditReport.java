package dev.contop.wire;

/** What a check of the audit log found, as one line of JSON for programs. Never blocks. */
public final class AuditReport {

  private AuditReport() {}

  /** Nothing is wrong. */
  public static String intact(
      int files, long lines, long first, long last, int recovered, long unfinished) {
    return JsonOut.text(
        out -> {
          out.put("ok", true);
          out.put("files", files);
          out.put("lines", lines);
          out.put("first", first);
          out.put("last", last);
          out.put("recovered", recovered);
          out.put("unfinished_bytes", unfinished);
        });
  }

  /** A line is broken; {@code reason} is a code, {@code words} are for people. */
  public static String broken(String file, long line, String reason, String words) {
    return JsonOut.text(
        out -> {
          out.put("ok", false);
          out.put("file", file);
          out.put("line", line);
          out.put("reason", reason);
          out.put("words", words);
        });
  }
}
