package dev.contop.os.audit;

import dev.contop.os.audit.Verification.Broken;
import dev.contop.os.audit.Verification.Reason;
import dev.contop.wire.AuditCodec;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks files of the audit log: that no line was changed, removed, put in or moved.
 *
 * <p>It needs no running host. What nothing follows yet cannot be checked: whether the very last
 * line was changed or later ones were cut off shows only with the next day's file. Neither does a
 * chain without a secret stop somebody who writes all of it anew.
 */
public final class VerifyAudit {

  private VerifyAudit() {}

  /**
   * Checks {@code files} as one chain, in the order given. Blocks; reads each once.
   *
   * @param files at least one
   * @throws IOException when one of them cannot be read
   */
  public static Verification check(List<Path> files) throws IOException {
    ChainCheck chain = new ChainCheck(files.get(0));
    long unfinished = 0;
    for (Path file : files) {
      if (unfinished > 0) {
        return new Broken(
            chain.nextPlace(), Reason.UNFINISHED, "it has no end although another file follows");
      }
      chain.turnTo(file);
      unfinished = read(file, chain);
      if (chain.broken().isPresent()) {
        return chain.broken().get();
      }
    }
    return chain.intact(files.size(), unfinished);
  }

  /** Reads all whole lines; how many bytes follow the last of them. */
  private static long read(Path file, ChainCheck chain) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          chain.line(line.toByteArray());
          line.reset();
        } else if (line.size() <= 3 * AuditCodec.MAX_LINE_BYTES) {
          // A longer line is malformed, whatever its end is.
          line.write(next);
        }
      }
      return line.size();
    }
  }
}
