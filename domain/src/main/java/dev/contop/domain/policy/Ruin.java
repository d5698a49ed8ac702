package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nobody is asked for: it would leave nothing of the computer. */
final class Ruin {

  /** Programs that can ruin a system, and are looked for behind ones that are not understood. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "rm",
          "chmod",
          "chown",
          "chgrp",
          "mv",
          "dd",
          "wipefs",
          "blkdiscard",
          "shred",
          "sh",
          "bash",
          "find",
          "tee",
          "cp",
          "sudo",
          "busybox");

  /** How many of them are looked at. */
  private static final int LOOKED_AT = 8;

  /** Tests of {@code find} that choose nothing in particular. */
  private static final Set<String> CHOOSING_NOTHING =
      Set.of(
          "-type",
          "-depth",
          "-xdev",
          "-mount",
          "-mindepth",
          "-maxdepth",
          "-delete",
          "-print",
          "-d",
          "-P",
          "-L",
          "-H",
          "-x",
          "-X",
          "-s");

  private Ruin() {}

  /** The refusal, if there is one, of a command that may begin anywhere behind the first word. */
  static Judgement within(List<Word> words, Inspection inspection) {
    int looked = 0;
    for (int i = 1; i < words.size() && looked < LOOKED_AT; i++) {
      String name = ProgramName.of(words.get(i).text().orElse("")).plain();
      if (PROGRAMS.contains(name) || name.startsWith("mkfs") || inspection.isRefusedByRule(name)) {
        looked++;
        Judgement judgement = inspection.judge(words.subList(i, words.size()), Optional.empty());
        if (judgement instanceof Judgement.Refused) {
          return judgement;
        }
      }
    }
    return Judgement.harmless();
  }

  /** {@code rm} with folders, onto everything. */
  static Judgement remove(Call call) {
    if (call.has("--no-preserve-root")) {
      return call.refused("would delete everything on this computer");
    }
    boolean folders = call.has("-r", "-R", "--recursive") || hasVagueOption(call);
    return folders && call.arguments().stream().anyMatch(Roots::isSystem)
        ? call.refused("would delete what this computer needs to run")
        : Judgement.harmless();
  }

  /** {@code chmod}, {@code chown} and {@code chgrp} of everything. */
  static Judgement permissions(Call call) {
    boolean folders = call.has("-R", "--recursive") || hasVagueOption(call);
    return folders && call.arguments().stream().anyMatch(Roots::isRoot)
        ? call.refused("would change the permissions of everything on this computer")
        : Judgement.harmless();
  }

  /** {@code mv} of everything. */
  static Judgement move(Call call) {
    return call.arguments().stream()
            .limit(Math.max(0, call.arguments().size() - 1))
            .anyMatch(Roots::isSystem)
        ? call.refused("would move what this computer needs to run")
        : Judgement.harmless();
  }

  /** {@code find} that deletes everything. */
  static Judgement find(Call call) {
    boolean deletes = call.has("-delete");
    boolean root = false;
    boolean chooses = false;
    boolean runs = false;
    for (Word word : call.arguments()) {
      String text = word.lead();
      runs |= text.equals("-exec") || text.equals("-execdir");
      deletes |= runs && ProgramName.of(text).plain().equals("rm");
      root |= !runs && Roots.isSystem(word);
      chooses |= !runs && text.startsWith("-") && !CHOOSING_NOTHING.contains(text);
    }
    return root && deletes && !chooses
        ? call.refused("would delete what this computer needs to run")
        : Judgement.harmless();
  }

  private static boolean hasVagueOption(Call call) {
    return call.arguments().stream().anyMatch(Word::isVague);
  }
}
