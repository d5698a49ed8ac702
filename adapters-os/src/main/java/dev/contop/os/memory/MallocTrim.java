package dev.contop.os.memory;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.contop.application.peer.ReturnMemory;
import java.util.Optional;

/** What glibc offers (malloc_trim(3)). With another C library nothing is done. */
public final class MallocTrim implements ReturnMemory {

  private final Optional<Function> trim = find();

  private static Optional<Function> find() {
    try {
      return Optional.of(NativeLibrary.getInstance("c").getFunction("malloc_trim"));
    } catch (UnsatisfiedLinkError notThere) {
      return Optional.empty();
    }
  }

  @Override
  public void returnFreed() {
    trim.ifPresent(function -> function.invokeInt(new Object[] {0L}));
  }
}
