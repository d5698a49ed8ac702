package dev.contop.os.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pair of odd limits by which all processes of one tree are known (getrlimit(2)).
 *
 * <p>Children inherit limits, and unlike an environment they are not lost by starting anew: neither
 * {@code env -i} nor a new session or parent takes them away, and the upper one can never be raised
 * again without privileges. Chosen is the room for POSIX message queues, which hardly any program
 * uses, and which loses at most a sixth of its usual size by it.
 *
 * @param soft in bytes, below {@code hard}
 */
record LimitMark(long soft, long hard) {

  private static final Pattern LINE =
      Pattern.compile("^Max msgqueue size +(\\S+) +(\\S+)", Pattern.MULTILINE);

  /** What the kernel gives by default (MQ_BYTES_MAX). */
  private static final long USUAL = 819_200;

  /** Two draws of this many make an accidental twin a matter of one in four thousand million. */
  private static final int SPREAD = 65_536;

  private static final SecureRandom CHANCE = new SecureRandom();

  /** Draws one that this process may give to its children; nothing where there is no room. */
  static Optional<LimitMark> draw() {
    return read(ProcFolder.of(ProcessHandle.current().pid()))
        .map(LimitMark::hard)
        .map(hard -> Math.min(hard, USUAL))
        .filter(hard -> hard > 2 * SPREAD)
        .map(hard -> hard - 1 - CHANCE.nextInt(SPREAD))
        .map(hard -> new LimitMark(hard - 1 - CHANCE.nextInt(SPREAD), hard));
  }

  /** Whether the process of that folder in {@code /proc} carries it. */
  boolean isOn(Path processFolder) {
    return read(processFolder).filter(this::equals).isPresent();
  }

  /** The limits of a process; nothing when it has gone, or where the system shows none. */
  private static Optional<LimitMark> read(Path processFolder) {
    try {
      return parse(Files.readString(processFolder.resolve("limits"), StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  static Optional<LimitMark> parse(String limits) {
    Matcher line = LINE.matcher(limits);
    try {
      return line.find()
          ? Optional.of(new LimitMark(bytes(line.group(1)), bytes(line.group(2))))
          : Optional.empty();
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  private static long bytes(String text) {
    return text.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(text);
  }

  /** As {@code prlimit} takes it. */
  String option() {
    return "--msgqueue=" + soft + ":" + hard;
  }
}
