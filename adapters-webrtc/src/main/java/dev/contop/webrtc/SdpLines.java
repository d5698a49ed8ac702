package dev.contop.webrtc;

import java.util.ArrayList;
import java.util.List;

/** The lines of a session description, each with the ending that it has. */
final class SdpLines {

  private SdpLines() {}

  /** Joined they are the text again. */
  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  static boolean isMedia(String line) {
    return line.startsWith("m=");
  }

  static boolean isVideo(String line) {
    return line.startsWith("m=video ");
  }

  static String withoutEnding(String line) {
    return line.substring(0, line.length() - endingOf(line).length());
  }

  static String endingOf(String line) {
    if (line.endsWith("\r\n")) {
      return "\r\n";
    }
    return line.endsWith("\n") ? "\n" : "";
  }
}
