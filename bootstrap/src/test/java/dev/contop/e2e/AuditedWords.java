package dev.contop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the captions of a recording have to say, read from the audit log by somebody else. */
final class AuditedWords {

  private AuditedWords() {}

  /** The words of a phone's session in {@code dataFolder}, for a recording that began then. */
  static List<RecordedFile.Cue> since(Path dataFolder, Instant began) throws IOException {
    List<Path> days;
    try (Stream<Path> all = Files.list(dataFolder.resolve("audit"))) {
      days = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<RecordedFile.Cue> cues = new ArrayList<>();
    for (Path day : days) {
      for (String line : Files.readAllLines(day)) {
        Instant at = Instant.parse(fact(line, "time").orElseThrow());
        words(line)
            .filter(words -> at.isAfter(began))
            .ifPresent(words -> cues.add(new RecordedFile.Cue(Duration.between(began, at), words)));
      }
    }
    return cues;
  }

  private static Optional<String> words(String line) {
    return switch (fact(line, "kind").orElseThrow()) {
      case "intent_received" -> fact(line, "text").map(text -> "The phone asks: " + text);
      case "step_started" -> fact(line, "command").map(command -> "Runs: " + command);
      case "step_ended" -> number(line, "exit_code").map(code -> "Ended with " + code);
      default -> Optional.empty();
    };
  }

  private static Optional<String> fact(String line, String name) {
    return found(line, "\"" + name + "\":\"([^\"]*)\"");
  }

  private static Optional<String> number(String line, String name) {
    return found(line, "\"" + name + "\":(\\d+)");
  }

  private static Optional<String> found(String line, String shape) {
    Matcher found = Pattern.compile(shape).matcher(line);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
