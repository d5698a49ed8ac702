package dev.contop.webrtc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Broken variants of a session description, the same ones for the same seed. */
final class Mutations {

  private static final String ODD =
      "\r\n\t :=;/,*%?-+.0123456789azAZ\u0000\u007f\u00e9\ud83d\udca9";

  private Mutations() {}

  static String of(String sdp, Random seeded) {
    String text = sdp;
    for (int i = 1 + seeded.nextInt(3); i > 0; i--) {
      text = seeded.nextBoolean() ? byLine(text, seeded) : byCharacter(text, seeded);
    }
    return text;
  }

  private static String byLine(String text, Random seeded) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    int at = seeded.nextInt(lines.size());
    int other = seeded.nextInt(lines.size());
    switch (seeded.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> Collections.swap(lines, at, other);
      case 3 -> lines.subList(at, Math.min(lines.size(), at + 1 + seeded.nextInt(30))).clear();
      case 4 -> lines.set(at, lines.get(at).replaceAll("[0-9]+", number(seeded)));
      default -> lines.set(at, lines.get(at).split("[:= ]", 2)[0] + "\r\n");
    }
    return String.join("", lines);
  }

  private static String number(Random seeded) {
    List<String> numbers =
        List.of("0", "-1", "255", "65536", "4294967296", "99999999999999999999", "");
    return numbers.get(seeded.nextInt(numbers.size()));
  }

  private static String byCharacter(String text, Random seeded) {
    if (text.isEmpty()) {
      return text;
    }
    int at = seeded.nextInt(text.length());
    char odd = ODD.charAt(seeded.nextInt(ODD.length()));
    return switch (seeded.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + odd + text.substring(at);
      case 2 -> text.substring(0, at) + odd + text.substring(at + 1);
      default -> text.substring(0, at);
    };
  }
}
