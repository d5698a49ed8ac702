package dev.contop.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Damages messages, reproducibly: the same seed does the same damage. */
final class Mutations {

  /** Pieces of JSON that bring more than one byte at a time out of order. */
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "null",
    "true",
    "-",
    "0",
    "e",
    ".",
    "1e999",
    "-0",
    "\"type\":1,",
    "\"id\":null,",
    "{\"a\":",
    "[[[[[[[[",
    "\u0000",
    "\ufeff",
    "\u2028",
    "\ud83d\ude00",
    "99999999999999999999",
    "  ",
    "\n"
  };

  private Mutations() {}

  /** The message with one to four things done to it. */
  static byte[] of(byte[] message, Random random) {
    byte[] mutant = message;
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutant = once(mutant, random);
    }
    return mutant;
  }

  private static byte[] once(byte[] message, Random random) {
    int from = random.nextInt(message.length + 1);
    int to = from + random.nextInt(message.length - from + 1);
    return switch (random.nextInt(7)) {
      case 0 -> flipped(message, from, random);
      case 1 -> joined(message, 0, from);
      case 2 -> joined(message, 0, from, to, message.length);
      case 3 -> joined(message, 0, to, from, message.length);
      case 4 -> spliced(message, from, PIECES[random.nextInt(PIECES.length)]);
      case 5 -> wrapped(message, from, to, 1 + random.nextInt(80));
      default -> joined(message, from, to, 0, from, to, message.length);
    };
  }

  private static byte[] flipped(byte[] message, int at, Random random) {
    byte[] mutant = message.clone();
    if (at < mutant.length) {
      mutant[at] ^= (byte) (1 << random.nextInt(8));
    }
    return mutant;
  }

  /** Brackets around a part of the message. */
  private static byte[] wrapped(byte[] message, int from, int to, int times) {
    byte[] closed = spliced(message, to, "]".repeat(times));
    return spliced(closed, from, "[".repeat(times));
  }

  private static byte[] spliced(byte[] message, int at, String piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(message, 0, at);
    out.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
    out.write(message, at, message.length - at);
    return out.toByteArray();
  }

  /** The parts of the message between each pair of positions, one after the other. */
  private static byte[] joined(byte[] message, int... positions) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < positions.length; i += 2) {
      out.write(message, positions[i], positions[i + 1] - positions[i]);
    }
    return out.toByteArray();
  }
}
