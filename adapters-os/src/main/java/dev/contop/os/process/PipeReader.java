package dev.contop.os.process;

import dev.contop.domain.execution.OutputStreamKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads one stream of a command to its end and decodes it as UTF-8, U+FFFD for what is none.
 *
 * <p>Once no more is wanted it reads on and throws away, so that the command never blocks.
 */
final class PipeReader implements Runnable {

  private static final int CHUNK = 16 * 1024;

  private final OutputStreamKind stream;
  private final InputStream in;
  private final GatheredOutput output;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
  // Never overflows: no byte becomes more than one char.
  private final CharBuffer chars = CharBuffer.allocate(CHUNK + 2);

  PipeReader(OutputStreamKind stream, InputStream in, GatheredOutput output) {
    this.stream = stream;
    this.in = in;
    this.output = output;
  }

  @Override
  public void run() {
    try (in) {
      boolean wanted = true;
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      while (read >= 0) {
        if (wanted) {
          bytes.position(bytes.position() + read);
          wanted = decode(false);
        }
        read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      }
      if (wanted) {
        decode(true);
      }
    } catch (IOException closed) {
      // The pipe was closed under us: what was read so far is all there is.
      decode(true);
    } finally {
      output.streamEnded();
    }
  }

  private boolean decode(boolean atEnd) {
    bytes.flip();
    decoder.decode(bytes, chars, atEnd);
    if (atEnd) {
      decoder.flush(chars);
    }
    bytes.compact();
    chars.flip();
    boolean wanted = !chars.hasRemaining() || output.append(stream, chars);
    chars.clear();
    return wanted;
  }
}
