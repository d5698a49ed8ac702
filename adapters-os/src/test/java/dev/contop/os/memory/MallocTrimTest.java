package dev.contop.os.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MallocTrimTest {

  /** So small that they come from malloc's heaps and not from the system, one by one. */
  private static final int BLOCK = 60_000;

  private static final int BLOCKS = 2_000;

  @Test
  void shouldReturnWhatIsFree() throws Exception {
    // Given much that was freed below something that was not
    List<Memory> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      Memory block = new Memory(BLOCK);
      block.setMemory(0, BLOCK, (byte) 1);
      blocks.add(block);
    }
    Memory last = new Memory(BLOCK);
    blocks.forEach(Memory::close);
    long before = residentKilobytes();

    // When
    new MallocTrim().returnFreed();

    // Then
    assertThat(before - residentKilobytes()).isGreaterThan((long) BLOCKS * BLOCK / 1024 / 2);
    last.close();
  }

  private static long residentKilobytes() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
