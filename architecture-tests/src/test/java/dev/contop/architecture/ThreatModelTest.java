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

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
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
              tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
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
        // The void keeps a call of the same name from passing for the test.
        Pattern method =
            Pattern.compile("@\\w+[^;{}]*?\\s" + "(?:void|Stream<DynamicTest>) " + name.group(2) + "\\(");
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
    List<String> untested =
        lines().stream()
            .filter(line -> line.startsWith("| ") && line.split("\\|", -1).length == 5)
            .filter(line -> !line.startsWith("| tries ") && !line.startsWith("| --- "))
            .filter(line -> !NAMED.matcher(line).find())
            .toList();

    // The table of attackers has three columns too, and none of them is a test.
    assertThat(untested).hasSize(ATTACKERS);
  }

  private static final int ATTACKERS = 7;
}
