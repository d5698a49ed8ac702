package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.StartRefused;
import dev.contop.os.audit.Verification;
import dev.contop.os.audit.VerifyAudit;
import dev.contop.wire.AuditReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files of the audit log; no host need run. Exit status 0, or 1 when a line is broken. */
@Command(
    name = "verify",
    description = {
      "Checks that no line of these files was changed, removed, put in or moved.",
      "Give the files of several days in their order: the end of a file is checked by the next one."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli sets all fields.
public final class VerifyCommand implements Callable<Integer> {

  private static final int BROKEN = 1;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "audit-YYYY-MM-DD.jsonl, in the folder “audit” of the data folder.")
  private List<Path> files;

  @Override
  public Integer call() throws StartRefused {
    PrintWriter out = spec.commandLine().getOut();
    Verification found = check();
    if (found instanceof Verification.Broken broken) {
      out.println(json ? json(broken) : text(broken));
      out.flush();
      return BROKEN;
    }
    Verification.Intact intact = (Verification.Intact) found;
    out.println(json ? json(intact) : text(intact));
    out.flush();
    return 0;
  }

  private Verification check() throws StartRefused {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new StartRefused(file + " cannot be read; name files of the audit log");
      }
    }
    try {
      return VerifyAudit.check(files);
    } catch (IOException failed) {
      throw new StartRefused("The files could not be read to their ends", failed);
    }
  }

  private static String json(Verification.Broken broken) {
    return AuditReport.broken(
        broken.place().file().toString(),
        broken.place().line(),
        broken.reason().name().toLowerCase(Locale.ROOT),
        broken.words());
  }

  private static String json(Verification.Intact intact) {
    return AuditReport.intact(
        intact.files(),
        intact.lines(),
        intact.first(),
        intact.last(),
        intact.recovered().size(),
        intact.unfinished());
  }

  private static String text(Verification.Broken broken) {
    return broken.place().file()
        + ":"
        + broken.place().line()
        + ": broken ("
        + broken.reason().name().toLowerCase(Locale.ROOT)
        + "): "
        + broken.words();
  }

  private static String text(Verification.Intact intact) {
    StringBuilder text = new StringBuilder();
    text.append("OK: ").append(intact.lines()).append(" lines");
    if (intact.lines() > 0) {
      text.append(", numbers ").append(intact.first()).append(" to ").append(intact.last());
    }
    intact
        .recovered()
        .forEach(
            torn ->
                text.append(System.lineSeparator())
                    .append(torn.marked().file())
                    .append(':')
                    .append(torn.marked().line())
                    .append(": a crash tore ")
                    .append(torn.bytes())
                    .append(" bytes in front of this line, as the host noted"));
    if (intact.unfinished() > 0) {
      text.append(System.lineSeparator())
          .append(intact.unfinished())
          .append(" bytes at the end belong to no whole line; a crash leaves such");
    }
    return text.append(System.lineSeparator())
        .append("The end of the last file can be checked only with the file that follows it.")
        .toString();
  }
}
