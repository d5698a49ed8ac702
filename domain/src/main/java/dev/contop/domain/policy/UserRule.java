package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A pattern of a user: a program, and words that must all be among its arguments, in this order.
 *
 * <p>{@code *} in a word stands for anything. {@code git push}, {@code curl *internal*}, {@code rm
 * -r}, which also finds {@code -rf}.
 */
public final class UserRule {

  /** How surely a rule is meant for a command. */
  enum Match {
    NO,
    /** What is not known of the command decides. */
    MAYBE,
    YES
  }

  private final String pattern;
  private final String program;
  private final List<String> words;

  private UserRule(String pattern, List<String> words) {
    this.pattern = pattern;
    this.words = words;
    this.program = words.get(0).toLowerCase(Locale.ROOT);
  }

  /** The rule that {@code pattern} states; nothing if it names no program. */
  public static Optional<UserRule> parse(String pattern) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(pattern);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new UserRule(String.join(" ", words), List.copyOf(words)));
  }

  public String pattern() {
    return pattern;
  }

  boolean isFor(String name) {
    return glob(program, name.toLowerCase(Locale.ROOT));
  }

  Match match(Call call) {
    if (!isFor(call.name())) {
      return Match.NO;
    }
    int wanted = 1;
    boolean unclear = false;
    for (Word word : call.arguments()) {
      if (wanted < words.size()) {
        Optional<String> text = word.text();
        unclear |= text.isEmpty();
        wanted += text.isPresent() && covers(words.get(wanted), text.get()) ? 1 : 0;
      }
    }
    if (wanted == words.size()) {
      return Match.YES;
    }
    return unclear ? Match.MAYBE : Match.NO;
  }

  /** Whether a word of the pattern is for an argument; an option is found in a cluster too. */
  private static boolean covers(String pattern, String text) {
    boolean letter = pattern.length() == 2 && Options.isCluster(pattern);
    return glob(pattern, text) || (letter && Options.matches(pattern, text));
  }

  /** Whether {@code text} is {@code pattern}, whose stars stand for anything. */
  static boolean glob(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
