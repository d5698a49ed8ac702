package dev.contop.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** T55: {@code audit verify} on the chain that the document shows. */
class VerifyCommandTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```jsonl\n([^`]*)\n```$", Pattern.MULTILINE);

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private Path file;
  private String chain;

  @BeforeEach
  void writeTheDocumentsChain() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "audit.md")));
    assertThat(block.find()).isTrue();
    chain = block.group(1) + "\n";
    file = Files.writeString(folder.resolve("audit-2026-03-01.jsonl"), chain);
  }

  private int verify(String... arguments) {
    CommandLine command = new CommandLine(new AuditCommand());
    command.setOut(new PrintWriter(said));
    command.setErr(new PrintWriter(said));
    String[] all = new String[arguments.length + 1];
    all[0] = "verify";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }

  @Test
  void shouldFindTheDocumentsChainIntact() {
    // When / Then
    assertThat(verify(file.toString())).isZero();
    long lines = chain.lines().count();
    assertThat(said.toString()).startsWith("OK: " + lines + " lines, numbers 1 to " + lines + "\n");
  }

  @Test
  void shouldSaySoInJson() {
    // When / Then
    long lines = chain.lines().count();
    assertThat(verify("--json", file.toString())).isZero();
    assertThat(said.toString())
        .isEqualTo(
            "{\"ok\":true,\"files\":1,\"lines\":"
                + lines
                + ",\"first\":1,\"last\":"
                + lines
                + ",\"recovered\":0,\"unfinished_bytes\":0}\n");
  }

  @Test
  void shouldNameTheFirstBrokenLine() throws IOException {
    // Given
    List<String> lines = chain.lines().toList();
    Files.writeString(file, chain.replace(lines.get(3) + "\n", ""));

    // When / Then
    assertThat(verify(file.toString())).isEqualTo(1);
    assertThat(said.toString())
        .isEqualTo(
            file + ":4: broken (gap): lines are missing in front of it: its number is 5, not 4\n");
  }

  @Test
  void shouldNameItInJson() throws IOException {
    // Given
    Files.writeString(file, chain.replace("\"exit_code\":0", "\"exit_code\":1"));

    // When / Then
    assertThat(verify("--json", file.toString())).isEqualTo(1);
    assertThat(said.toString())
        .isEqualTo(
            "{\"ok\":false,\"file\":\""
                + file
                + "\",\"line\":8,\"reason\":\"hash_mismatch\",\"words\":\"it is not what the next"
                + " line says it was\"}\n");
  }

  @Test
  void shouldTellOfBytesThatACrashTore() throws IOException {
    // Given
    Files.writeString(file, chain + "{\"seq\":15,");

    // When / Then
    assertThat(verify(file.toString())).isZero();
    assertThat(said.toString()).contains("10 bytes at the end belong to no whole line");
  }

  @Test
  void shouldNotTakeAFileThatIsNotThereForAnIntactOne() {
    assertThat(verify(folder.resolve("none").toString())).isNotZero();
    assertThat(verify(folder.toString())).isNotZero();
    assertThat(verify()).isNotZero();
  }
}
