package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/audit.md} are what the host writes, byte for byte. */
class AuditDocumentTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```jsonl\n([^`]*)\n```$", Pattern.MULTILINE);

  @Test
  void shouldShowOneOfEveryEntryAsOneChain() throws IOException {
    // Given
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "audit.md")));
    assertThat(block.find()).isTrue();

    // When
    List<String> shown = block.group(1).lines().toList();

    // Then
    assertThat(shown).containsExactlyElementsOf(AuditFixtures.lines());
  }

  @Test
  void shouldDescribeEveryKind() throws IOException {
    // Given
    String document = Files.readString(Path.of("..", "docs", "audit.md"));

    // Then
    for (String line : AuditFixtures.lines()) {
      String kind = line.replaceFirst(".*\"kind\":\"([a-z_]+)\".*", "$1");
      assertThat(document).contains("| `" + kind + "` |");
    }
  }
}
