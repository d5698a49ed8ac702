package dev.contop.os.audit;

import dev.contop.os.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of the log: a file for each day (UTC), readable by its owner alone. All block. */
final class AuditFolder {

  private static final Pattern NAME = Pattern.compile("audit-(\\d{4}-\\d{2}-\\d{2})\\.jsonl");

  private final Path folder;

  AuditFolder(Path folder) {
    this.folder = folder;
  }

  void make() throws IOException {
    OwnerOnly.makeFolder(folder);
  }

  Path path() {
    return folder;
  }

  Path file(LocalDate day) {
    return folder.resolve("audit-" + day + ".jsonl");
  }

  /** The days that have a file, the latest first. */
  List<LocalDate> days() throws IOException {
    List<LocalDate> days = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "audit-*.jsonl")) {
      for (Path file : files) {
        day(file).ifPresent(days::add);
      }
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    days.sort(Collections.reverseOrder());
    return days;
  }

  private static Optional<LocalDate> day(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** Removes the files of days before {@code oldest}. */
  void removeBefore(LocalDate oldest) throws IOException {
    for (LocalDate day : days()) {
      if (day.isBefore(oldest)) {
        Files.deleteIfExists(file(day));
      }
    }
  }
}
