package dev.contop.domain.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Commands with what is to be said of them, from text files beside this class. */
public final class Corpus {

  /** A command, and a part of the reason that is to be given for it. */
  public record Entry(String command, String reason) {}

  private static final String ARROW = " ⇒ ";

  private Corpus() {}

  public static List<Entry> harmless() {
    return read("harmless.txt");
  }

  public static List<Entry> creates() {
    return read("creates.txt");
  }

  public static List<Entry> asks() {
    return read("asks.txt");
  }

  public static List<Entry> refused() {
    return read("refused.txt");
  }

  /**
   * Files as the corpus has them: what has “new” in it is absent, “odd” cannot be told, the first
   * disk is in use, and all else is there.
   */
  public static LookAtFile.Seen look(String path) {
    if (path.contains("odd")) {
      return LookAtFile.Seen.UNKNOWN;
    }
    if (path.replace("//", "/").matches("/dev/(sda|nvme0n1).*")) {
      return LookAtFile.Seen.DEVICE_IN_USE;
    }
    return path.contains("new") ? LookAtFile.Seen.ABSENT : LookAtFile.Seen.EXISTS;
  }

  /** What is said to the user; nothing of what only looks. */
  public static String reason(Judgement judgement) {
    if (judgement instanceof Judgement.Creates creates) {
      return creates.reason();
    }
    if (judgement instanceof Judgement.Asks asks) {
      return asks.reason();
    }
    return judgement instanceof Judgement.Refused refused ? refused.reason() : "";
  }

  private static List<Entry> read(String name) {
    InputStream stream = Objects.requireNonNull(Corpus.class.getResourceAsStream(name), name);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("# ")).map(Corpus::entry).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Entry entry(String line) {
    int arrow = line.indexOf(ARROW);
    String command = arrow < 0 ? line : line.substring(0, arrow);
    String reason = arrow < 0 ? "" : line.substring(arrow + ARROW.length()).strip();
    return new Entry(command.replace('␤', '\n').replace('␉', '\t'), reason);
  }
}
