package dev.contop.capture.humble;

import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is being encoded; for one thread. */
final class HumbleFile implements VideoFile {

  private static final Logger LOG = LoggerFactory.getLogger(HumbleFile.class);

  private static final String NOT_OPENED = "The encoder cannot be opened.";
  private static final String NOT_WRITTEN = "The disk is full, or may not be written.";

  private final PictureInput input;
  private Optional<EncodedOutput> output;

  private HumbleFile(PictureInput input, EncodedOutput output) {
    this.input = input;
    this.output = Optional.of(output);
  }

  static HumbleFile open(Path file, Recipe recipe, ScreenSize size) throws RecordingFailed {
    ScreenSize encoded = size.fittedTo(PictureInput.WIDEST);
    try {
      return NativeLock.inside(
          () -> {
            EncodedOutput output = EncodedOutput.open(file, recipe, encoded);
            try {
              return new HumbleFile(PictureInput.open(size, encoded), output);
            } catch (RuntimeException | Error failed) {
              output.delete();
              throw failed;
            }
          });
    } catch (NotWritable cannot) {
      throw new RecordingFailed(NOT_WRITTEN, cannot);
    } catch (Exception | LinkageError failed) {
      throw new RecordingFailed(NOT_OPENED, failed);
    }
  }

  @Override
  public void add(ByteBuffer pixels, int stride, Duration at) throws RecordingFailed {
    EncodedOutput open = output.orElseThrow(() -> new IllegalStateException("Closed"));
    try {
      open.encode(input.read(pixels, stride, at.toMillis()));
    } catch (NotWritable full) {
      throw new RecordingFailed(NOT_WRITTEN, full);
    } catch (Exception broken) {
      // The library throws more than it declares, InterruptedException among it.
      throw new RecordingFailed("The encoder failed.", broken);
    }
  }

  @Override
  public void close() throws RecordingFailed {
    if (output.isEmpty()) {
      return;
    }
    EncodedOutput closing = output.get();
    output = Optional.empty();
    try {
      closing.finish();
    } catch (Exception unfinished) {
      LOG.debug("The end of a recording could not be written", unfinished);
      throw new RecordingFailed(NOT_WRITTEN, unfinished);
    } finally {
      NativeLock.inside(
          () -> {
            closing.delete();
            input.delete();
            return Optional.empty();
          });
    }
  }
}
