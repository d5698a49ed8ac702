package dev.contop.domain.policy;

import java.util.Map;
import java.util.Set;

/** All programs that something is known of. */
final class KnownPrograms {

  private static final Map<String, Program> ALL =
      new Table()
          .with(EverydayPrograms.TABLE)
          .with(TextPrograms.TABLE)
          .with(SystemPrograms.TABLE)
          .with(NetworkPrograms.TABLE)
          .with(ShellBuiltins.TABLE)
          .with(Prefixes.TABLE)
          .with(Interpreters.TABLE)
          .with(FilePrograms.TABLE)
          .with(DiskPrograms.TABLE)
          .with(ArchivePrograms.TABLE)
          .with(GitPrograms.TABLE)
          .with(ContainerPrograms.TABLE)
          .with(PackagePrograms.TABLE)
          .with(DatabasePrograms.TABLE)
          .with(WindowsPrograms.TABLE)
          .done();

  private KnownPrograms() {}

  static boolean knows(String name) {
    return ALL.containsKey(name);
  }

  static Set<String> names() {
    return ALL.keySet();
  }

  static Judgement judge(Call call) {
    Program program = ALL.get(call.name());
    if (program != null) {
      return program.judge(call);
    }
    return call.asks("is a program that is not known here")
        .or(Ruin.within(call.words(), call.within()));
  }
}
