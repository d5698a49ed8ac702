package dev.contop.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The end of the audit log as {@code GET /api/audit} tells of it, each line as it is in the file.
 *
 * <p>Whoever may write the files may have put anything there: what is no JSON object is left out
 * and counted. Stateless, so any thread may use it at any time; it never blocks.
 */
public final class AuditLines {

  /** About how much of the log one answer holds; the oldest lines give way. */
  static final int MOST_BYTES = 1024 * 1024;

  private AuditLines() {}

  /**
   * The whole answer.
   *
   * @param lines the newest last
   */
  public static String write(List<String> lines) {
    List<String> newestFirst = new ArrayList<>();
    int unreadable = 0;
    int room = MOST_BYTES;
    for (int i = lines.size() - 1; i >= 0; i--) {
      byte[] utf8 = lines.get(i).getBytes(StandardCharsets.UTF_8);
      room -= utf8.length;
      if (room < 0) {
        break;
      }
      if (isObject(utf8)) {
        newestFirst.add(lines.get(i));
      } else {
        unreadable++;
      }
    }
    Collections.reverse(newestFirst);
    int left = unreadable;
    return JsonOut.text(
        out -> {
          out.asTheyAre("lines", newestFirst);
          out.put("unreadable", left);
        });
  }

  private static boolean isObject(byte[] utf8) {
    return StrictJson.read(utf8, MOST_BYTES) instanceof JsonReading.Accepted accepted
        && accepted.tree() instanceof Json.Members;
  }
}
