package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Programs that only look, as long as certain options are not among their arguments.
 *
 * <p>A program belongs here only if none of its remaining options writes, starts or sets anything
 * on any system that has a program of that name.
 */
final class Looking implements Program {

  private final boolean free;
  private final Predicate<String> harmful;
  private final int operands;

  private Looking(boolean free, Predicate<String> harmful, int operands) {
    this.free = free;
    this.harmful = harmful;
    this.operands = operands;
  }

  /** Whatever the arguments are. */
  static Looking freely() {
    return new Looking(true, word -> false, Integer.MAX_VALUE);
  }

  /** As long as none of {@code options} is given. */
  static Looking without(String... options) {
    List<String> all = List.of(options);
    return new Looking(
        false,
        word -> all.stream().anyMatch(option -> Options.matches(option, word)),
        Integer.MAX_VALUE);
  }

  /** As long as every option is one of {@code letters} or of the long ones. */
  static Looking onlyWith(String letters, String... longOptions) {
    Set<String> all = Set.of(longOptions);
    return new Looking(
        false,
        word ->
            !all.contains(Options.name(word))
                && !(Options.isCluster(word)
                    && word.chars().skip(1).allMatch(c -> letters.indexOf(c) >= 0)),
        Integer.MAX_VALUE);
  }

  /** The same, with at most {@code most} arguments that are no options. */
  Looking operands(int most) {
    return new Looking(false, harmful, most);
  }

  @Override
  public Judgement judge(Call call) {
    return judge(call, 1);
  }

  /** Judges the words of {@code call} from {@code start} on. */
  Judgement judge(Call call, int start) {
    if (free) {
      return Judgement.harmless();
    }
    int found = 0;
    boolean options = true;
    for (Word word : call.words().subList(start, call.words().size())) {
      String lead = word.lead();
      if (options && word.isVague()) {
        return call.asks("is given “" + shown(word) + "”, which may turn into any option");
      }
      if (options && lead.equals("--") && !harmful.test(lead)) {
        options = false;
      } else if (options && lead.length() > 1 && lead.startsWith("-")) {
        if (harmful.test(lead)) {
          return call.asks("may do more than look, with “" + shown(word) + "”");
        }
      } else {
        found = word.isManifold() ? Integer.MAX_VALUE : Math.max(found, found + 1);
      }
    }
    return found > operands
        ? call.asks("may do more than look, with so many arguments")
        : Judgement.harmless();
  }

  private static String shown(Word word) {
    return Reason.shown(word.source().toString());
  }
}
