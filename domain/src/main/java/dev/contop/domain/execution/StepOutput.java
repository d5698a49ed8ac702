package dev.contop.domain.execution;

import dev.contop.domain.chain.Chain;

/**
 * What a running step has written so far, up to its cap.
 *
 * @param left how many more bytes of UTF-8 it may write before it is cut
 * @param cut whether something was left out
 */
public record StepOutput(Chain<String> stdout, Chain<String> stderr, int left, boolean cut) {

  /** What stands at the end of output that was cut. */
  public static final String CUT_NOTE = "\n[output cut here: it is longer than what is kept]\n";

  public static StepOutput empty(int cap) {
    return new StepOutput(Chain.empty(), Chain.empty(), cap, false);
  }

  /** The part of {@code text} that still fits under the cap. */
  public String fitting(String text) {
    return prefix(text, left, false);
  }

  /** With {@code text} added, as much of it as {@link #fitting} says. */
  public StepOutput plus(OutputStreamKind stream, String text) {
    String kept = fitting(text);
    boolean cuts = kept.length() < text.length();
    int rest = cuts ? 0 : left - bytes(kept);
    if (kept.isEmpty()) {
      // Nothing is kept of it: what follows a cut costs no memory, however much it is.
      return new StepOutput(stdout, stderr, rest, cut || cuts);
    }
    return stream == OutputStreamKind.STDOUT
        ? new StepOutput(stdout.push(kept), stderr, rest, cut || cuts)
        : new StepOutput(stdout, stderr.push(kept), rest, cut || cuts);
  }

  /** As it stands when the host had to throw more away. */
  public StepOutput truncated() {
    return cut ? this : new StepOutput(stdout, stderr, 0, true);
  }

  /**
   * Both streams whole, each cut to what fits {@code jsonBytes} together.
   *
   * @return standard output, standard error
   */
  public Texts texts(int jsonBytes) {
    String out = String.join("", stdout.oldestFirst());
    String err = String.join("", stderr.oldestFirst());
    String shortErr = prefix(err, Math.max(jsonBytes / 4, jsonBytes - escapedBytes(out)), true);
    String shortOut = prefix(out, jsonBytes - escapedBytes(shortErr), true);
    boolean shortened = cut || shortErr.length() < err.length() || shortOut.length() < out.length();
    return new Texts(shortened ? shortOut + CUT_NOTE : shortOut, shortErr, shortened);
  }

  /** What a finished step wrote, as it fits a message. */
  public record Texts(String stdout, String stderr, boolean cut) {}

  private static String prefix(String text, int budget, boolean escaped) {
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      used += escaped ? Utf8Length.escaped(text, i) : Utf8Length.plain(text, i);
      if (used > budget) {
        return text.substring(0, Utf8Length.whole(text, i));
      }
    }
    return text;
  }

  private static int bytes(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += Utf8Length.plain(text, i);
    }
    return sum;
  }

  private static int escapedBytes(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += Utf8Length.escaped(text, i);
    }
    return sum;
  }
}
