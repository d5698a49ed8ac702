package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.Map;
import java.util.Set;

/**
 * A program whose first word says what it does.
 *
 * @param flags options that may stand before that word
 * @param valued such options that have a value behind them
 * @param looks words that only look, alone or with the next one: {@code remote}, {@code stash list}
 * @param arguments what may follow those
 * @param says what the others do, where there is more to say than {@code otherwise}
 */
record Subcommands(
    Set<String> flags,
    Set<String> valued,
    Set<String> looks,
    Looking arguments,
    Map<String, String> says,
    String otherwise)
    implements Program {

  @Override
  public Judgement judge(Call call) {
    int at = 1;
    while (at < call.words().size()) {
      String word = call.words().get(at).text().orElse("");
      if (flags.contains(word)) {
        at++;
      } else if (valued.contains(word)) {
        at += 2;
      } else if (valued.contains(Options.name(word))) {
        at++;
      } else {
        break;
      }
    }
    if (at >= call.words().size()) {
      return looks.contains("") ? Judgement.harmless() : call.asks(otherwise);
    }
    for (Word skipped : call.words().subList(1, at)) {
      if (skipped.isManifold()) {
        return call.asks(otherwise);
      }
    }
    String verb = call.words().get(at).text().orElse("");
    String next = at + 1 < call.words().size() ? word(call, at + 1) : "";
    String pair = verb + " " + next;
    if (!verb.isEmpty() && looks.contains(verb)) {
      return arguments.judge(call, at + 1);
    }
    if (looks.contains(pair)) {
      return arguments.judge(call, at + 2);
    }
    return call.asks(says.getOrDefault(pair, says.getOrDefault(verb, otherwise)));
  }

  private static String word(Call call, int index) {
    return call.words().get(index).text().orElse("");
  }
}
