package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTailTest {

  @TempDir Path folder;

  @Test
  void shouldReadTheNewestLinesOverSeveralDays() throws IOException {
    write("2024-06-11", "{\"n\":1}\n{\"n\":2}\n");
    write("2024-06-12", "{\"n\":3}\n{\"n\":4}\n");
    AuditTail tail = new AuditTail(folder);

    assertThat(tail.newest(3)).containsExactly("{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
    assertThat(tail.newest(1)).containsExactly("{\"n\":4}");
    assertThat(tail.newest(50)).hasSize(4);
  }

  @Test
  void shouldLeaveOutALineThatIsBeingWritten() throws IOException {
    write("2024-06-12", "{\"n\":1}\n{\"n\":");

    assertThat(new AuditTail(folder).newest(9)).containsExactly("{\"n\":1}");
  }

  @Test
  void shouldReadOnlyWholeLinesOfALongFile() throws IOException {
    String line = "{\"text\":\"" + "é".repeat(1000) + "\"}";
    write("2024-06-12", (line + "\n").repeat(1000));

    List<String> newest = new AuditTail(folder).newest(100);

    assertThat(newest).hasSize(100).allMatch(line::equals);
  }

  @Test
  void shouldReadNothingOfAnEmptyLog() throws IOException {
    assertThat(new AuditTail(folder).newest(5)).isEmpty();
    write("2024-06-12", "");
    assertThat(new AuditTail(folder).newest(5)).isEmpty();
  }

  @Test
  void shouldSayThatThereIsNoLog() {
    assertThatThrownBy(() -> new AuditTail(folder.resolve("absent")).newest(5))
        .isInstanceOf(NoSuchFileException.class);
  }

  private void write(String day, String text) throws IOException {
    Files.writeString(folder.resolve("audit-" + day + ".jsonl"), text);
  }
}
