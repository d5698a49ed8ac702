package dev.contop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each attack of docs/threat-model.md has a test, and each test that it names is there. */
class ThreatModelTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*)\\.(should\\w+)`");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/threat-model.md"));
  }

  /** The source of each class of tests, by its simple name. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path sources : modules.map(module -> module.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
              tests.merge(
                  file.getFileName().toString().replace(".java", ""),
                  Files.readString(file),
                  String::concat);
            }
          }
        }
      }
    }
    return tests;
  }

  @Test
  void shouldNameTestsThatAreThere() throws Exception {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (String line : lines()) {
      Matcher name = NAMED.matcher(line);
      while (name.find()) {
        named++;
        Pattern method = Pattern.compile("(?:void|Stream<DynamicTest>) " + name.group(2) + "\\(");
        if (!method.matcher(tests.getOrDefault(name.group(1), "")).find()) {
          missing.add(name.group());
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(40);
  }

  @Test
  void shouldNameATestForEachAttack() throws Exception {
    List<String> untested = new ArrayList<>();
    boolean attacks = false;
    int rows = 0;
    for (String line : lines()) {
      attacks = line.startsWith("| tries ") || (attacks && line.startsWith("|"));
      if (attacks && !line.startsWith("| tries ") && !line.startsWith("| --- ")) {
        rows++;
        if (!NAMED.matcher(line).find()) {
          untested.add(line);
        }
      }
    }

    assertThat(untested).isEmpty();
    assertThat(rows).isGreaterThan(30);
  }
}
