package dev.contop.domain.policy;

import java.util.Locale;
import java.util.Set;

/**
 * What a program is called.
 *
 * @param plain without folders, and as it is known
 * @param isCertain whether the shell would start the program that is known by that name
 */
record ProgramName(String plain, boolean isCertain) {

  /** Folders whose programs are the system's. */
  private static final Set<String> SYSTEM =
      Set.of("/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/");

  static ProgramName of(String written) {
    int slash = Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\'));
    String base = written.substring(slash + 1);
    boolean certain = slash < 0 || SYSTEM.contains(written.substring(0, slash + 1));
    if (KnownPrograms.knows(base)) {
      return new ProgramName(base, certain);
    }
    // Some file systems do not tell capitals from small letters.
    String small = base.toLowerCase(Locale.ROOT);
    String bare = small.endsWith(".exe") ? small.substring(0, small.length() - 4) : small;
    return KnownPrograms.knows(bare)
        ? new ProgramName(bare, false)
        : new ProgramName(base, certain);
  }
}
