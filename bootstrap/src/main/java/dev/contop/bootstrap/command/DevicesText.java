package dev.contop.bootstrap.command;

import dev.contop.wire.ListedDevice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The paired phones as a table for people. */
final class DevicesText {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final List<String> HEADINGS =
      List.of("DEVICE", "NAME", "MAY", "UNTIL", "CONNECTED");
  private static final String GAP = "  ";

  private DevicesText() {}

  static String of(List<ListedDevice> devices, ZoneId zone) {
    if (devices.isEmpty()) {
      return "No phone is paired. Pair one with: contop-host pair";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    devices.forEach(device -> rows.add(row(device, zone)));
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell);
        if (column < row.size() - 1) {
          line.append(" ".repeat(width(rows, column) - cell.length())).append(GAP);
        }
      }
      text.append(text.isEmpty() ? "" : System.lineSeparator()).append(line);
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static List<String> row(ListedDevice device, ZoneId zone) {
    return List.of(
        device.id(),
        device.name().map(DevicesText::printable).orElse("-"),
        device.role().equals("view") ? "watch" : "drive",
        day(device.expiresAt(), zone),
        connected(device, zone));
  }

  private static String connected(ListedDevice device, ZoneId zone) {
    if (device.lastSeen().isEmpty()) {
      return device.connected() ? "now" : "never";
    }
    String text = device.connected() ? "now" : "last on " + day(device.lastSeen().get(), zone);
    if (device.path().isPresent()) {
      text += ", by " + device.path().get();
    }
    if (device.address().isPresent()) {
      text += " from " + device.address().get();
    }
    return device.location().isPresent()
        ? text + ", in " + printable(device.location().get())
        : text;
  }

  private static String day(Instant time, ZoneId zone) {
    return DAY.format(time.atZone(zone));
  }

  /** What a phone calls itself must not move the cursor or turn the line around. */
  static String printable(String text) {
    return text.codePoints()
        .map(c -> isHarmless(Character.getType(c)) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHarmless(int kind) {
    return kind != Character.CONTROL
        && kind != Character.FORMAT
        && kind != Character.SURROGATE
        && kind != Character.LINE_SEPARATOR
        && kind != Character.PARAGRAPH_SEPARATOR
        && kind != Character.UNASSIGNED;
  }
}
