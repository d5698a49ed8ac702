package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Optional;

/** One judgement under way: how deep it has gone, and what holds for the whole text. */
final class Inspection {

  /** How many prefixes are followed. */
  private static final int DEPTH = 12;

  /** How many texts within texts are read; each costs as much as the first. */
  private static final int TEXTS = 6;

  /** How many calls are looked at, those within others included. */
  private static final int CALLS = 4096;

  private final LookAtFile files;
  private final UserRules rules;
  private boolean moves;
  private int texts;
  private int depth;
  private int calls;

  Inspection(LookAtFile files, UserRules rules, boolean moves) {
    this.files = files;
    this.rules = rules;
    this.moves = moves;
  }

  /** The command changes its working directory: what a relative path means is no longer known. */
  void moves() {
    moves = true;
  }

  LookAtFile.Seen look(Path path) {
    return path.isPlain() && !(moves && path.isRelative())
        ? files.look(path.text())
        : LookAtFile.Seen.UNKNOWN;
  }

  /** Judges a text that a command hands to a shell. */
  Judgement text(String text) {
    if (texts >= TEXTS) {
      return new Judgement.Asks(Reason.sentence(text, "is nested deeper than is followed"));
    }
    texts++;
    Judgement judgement = new Walk(this).text(text);
    texts--;
    return judgement;
  }

  /** Judges a program with its arguments. */
  Judgement judge(List<Word> words, Optional<String> input) {
    Word first = words.get(0);
    calls++;
    if (depth >= DEPTH || calls > CALLS) {
      return new Judgement.Asks(Reason.of(first.source(), "is nested deeper than is followed"));
    }
    depth++;
    Judgement judgement =
        first
            .text()
            .map(name -> named(name, words, input))
            .orElseGet(
                () ->
                    new Judgement.Asks(Reason.of(first.source(), "names a program only as it runs"))
                        .or(Ruin.within(words, this)));
    depth--;
    return judgement;
  }

  private Judgement named(String written, List<Word> words, Optional<String> input) {
    ProgramName name = ProgramName.of(written);
    Call call = new Call(name.plain(), words, input, this);
    Judgement judgement = KnownPrograms.judge(call);
    if (!name.isCertain()) {
      judgement =
          judgement.or(
              new Judgement.Asks(
                  Reason.of(words.get(0).source(), "may be another program than its name says")));
    }
    return judgement.or(rules.judge(call));
  }

  /** Whether a rule of the user refuses commands of a program with this name. */
  boolean isRefusedByRule(String name) {
    return rules.refusing().stream().anyMatch(rule -> rule.isFor(name));
  }

  boolean hasMoved() {
    return moves;
  }
}
