package dev.contop.os.audit;

import dev.contop.application.desk.ReadAuditTail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the end of the log, beside whoever writes it. Any thread; blocks.
 *
 * <p>A line that is being written just now is left out. Looks at no more than the last {@value
 * #LOOKED_AT} bytes of a day.
 */
public final class AuditTail implements ReadAuditTail {

  private static final int LOOKED_AT = 512 * 1024;

  private final AuditFolder folder;

  /**
   * @param folder where the log is
   */
  public AuditTail(Path folder) {
    this.folder = new AuditFolder(folder);
  }

  @Override
  public List<String> newest(int atMost) throws IOException {
    List<String> newestFirst = new ArrayList<>();
    for (LocalDate day : folder.days()) {
      List<String> lines = lastOf(folder.file(day));
      for (int i = lines.size() - 1; i >= 0 && newestFirst.size() < atMost; i--) {
        newestFirst.add(lines.get(i));
      }
      if (newestFirst.size() == atMost) {
        break;
      }
    }
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static List<String> lastOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = Math.max(0, channel.size() - LOOKED_AT);
      ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
      while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
        // Goes on until the end, which may have moved on in the meantime.
      }
      String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
      int whole = text.lastIndexOf('\n') + 1;
      int first = from == 0 ? 0 : text.indexOf('\n') + 1;
      return first >= whole ? List.of() : List.of(text.substring(first, whole - 1).split("\n", -1));
    } catch (NoSuchFileException removedSince) {
      return List.of();
    }
  }
}
