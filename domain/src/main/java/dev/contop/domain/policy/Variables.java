package dev.contop.domain.policy;

import dev.contop.domain.shell.Span;
import java.util.Set;

/**
 * Which variables may be set without a question.
 *
 * <p>Those in capitals steer the shell and other programs ({@code PATH}, {@code LD_PRELOAD}, {@code
 * IFS}, {@code GIT_PAGER}); nobody knows all of them, so only a few that change how things look are
 * let through.
 */
final class Variables {

  private static final Set<String> LOOKS =
      Set.of(
          "CLICOLOR",
          "COLUMNS",
          "FORCE_COLOR",
          "LANG",
          "LANGUAGE",
          "LC_ALL",
          "LC_COLLATE",
          "LC_CTYPE",
          "LC_MESSAGES",
          "LC_NUMERIC",
          "LC_TIME",
          "LINES",
          "NO_COLOR",
          "TERM",
          "TZ");

  /** In small letters, and yet they steer: bash has read these two for decades. */
  private static final Set<String> STEERING = Set.of("histchars", "auto_resume");

  private Variables() {}

  /** Set for the shell itself. */
  static Judgement set(String name, Span source) {
    boolean own =
        name.chars().noneMatch(c -> c >= 'A' && c <= 'Z')
            && !name.endsWith("_proxy")
            && !STEERING.contains(name);
    return own ? Judgement.harmless() : given(name, source);
  }

  /** Given to a program. */
  static Judgement given(String name, Span source) {
    return LOOKS.contains(name)
        ? Judgement.harmless()
        : new Judgement.Asks(Reason.of(source, "sets a variable that may change what programs do"));
  }
}
