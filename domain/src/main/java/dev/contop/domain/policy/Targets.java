package dev.contop.domain.policy;

import dev.contop.domain.shell.Piece;
import dev.contop.domain.shell.Redirection;
import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Set;

/** What becomes of a file that output is redirected to. */
final class Targets {

  private static final Set<String> NOWHERE =
      Set.of("/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "/dev/zero", "/dev/full");

  /** Folders whose files steer the system, or are started by it. */
  private static final Set<String> STEERING =
      Set.of(
          "bin", "boot", "dev", "etc", "lib", "lib64", "libexec", "Library", "proc", "sbin", "sys",
          "usr");

  private Targets() {}

  static Judgement judge(Redirection redirection, Inspection within) {
    return switch (redirection.kind()) {
      case WRITE -> write(redirection, within, "overwrites a file");
      case APPEND -> write(redirection, within, "changes a file");
      case READ_WRITE -> write(redirection, within, "opens a file for changes");
      case READ, DUPLICATE -> read(redirection);
      case HERE_DOCUMENT, HERE_STRING -> Judgement.harmless();
    };
  }

  private static Judgement read(Redirection redirection) {
    String lead = redirection.target().lead();
    return isConnection(lead)
        ? new Judgement.Asks(Reason.of(redirection.source(), "opens a connection"))
        : Judgement.harmless();
  }

  private static boolean isConnection(String lead) {
    return lead.startsWith("/dev/tcp") || lead.startsWith("/dev/udp");
  }

  private static Judgement write(Redirection redirection, Inspection within, String says) {
    Word target = redirection.target();
    if (isProcess(target) || isNowhere(target)) {
      return Judgement.harmless();
    }
    Path path = Path.of(target);
    if (Disks.isDisk(path)) {
      return new Judgement.Refused(Reason.of(redirection.source(), "overwrites a whole disk"));
    }
    if (isConnection(path.text())) {
      return new Judgement.Asks(Reason.of(redirection.source(), "opens a connection"));
    }
    if (steers(path)) {
      return new Judgement.Asks(
          Reason.of(redirection.source(), "writes where programs look for what to do"));
    }
    return switch (within.look(path)) {
      case ABSENT -> new Judgement.Creates(Reason.of(redirection.source(), "makes a new file"));
      case EXISTS, DEVICE_IN_USE ->
          new Judgement.Asks(Reason.of(redirection.source(), says + " that is there"));
      case UNKNOWN -> new Judgement.Asks(Reason.of(redirection.source(), says + " if it is there"));
    };
  }

  /** Whether nothing is kept of what is written to {@code target}. */
  static boolean isNowhere(Word target) {
    return NOWHERE.contains(target.text().orElse(""));
  }

  private static boolean isProcess(Word target) {
    return target.pieces().size() == 1
        && target.pieces().get(0) instanceof Piece.Expanded expanded
        && expanded.kind() == Piece.Kind.PROCESS;
  }

  /** Hidden files and system folders: what is written there may be run later. */
  private static boolean steers(Path path) {
    List<String> parts = path.parts();
    return parts.stream()
        .anyMatch(part -> (part.startsWith(".") && !part.equals("..")) || STEERING.contains(part));
  }
}
