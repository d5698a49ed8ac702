package dev.contop.capture.recording;

import dev.contop.application.recording.NoVideoFiles;
import dev.contop.application.recording.OpenVideoFile;
import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens video files with the encoder that this host was built with, if any. It is looked for when
 * the first file is opened: a host that never records loads nothing of it.
 *
 * <p>It is looked for by its name, since it is compiled only where its library is there.
 */
public final class FoundEncoder implements OpenVideoFile {

  private static final Logger LOG = LoggerFactory.getLogger(FoundEncoder.class);

  static final String WITH_HUMBLE = "dev.contop.capture.humble.HumbleVideo";

  static final String NOT_BUILT_IN =
      "This host was built without Humble Video, so it cannot record.";
  static final String NOT_FOR_THIS_COMPUTER =
      "Humble Video has no encoder for this kind of computer, so it cannot record.";

  private final Path folder;
  private final String encoder;
  private Optional<OpenVideoFile> found = Optional.empty();

  /**
   * @param folder in which the files lie
   */
  public FoundEncoder(Path folder) {
    this(folder, WITH_HUMBLE);
  }

  FoundEncoder(Path folder, String encoder) {
    this.folder = folder;
    this.encoder = encoder;
  }

  @Override
  public VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed {
    return encoder().open(name, size);
  }

  private synchronized OpenVideoFile encoder() throws RecordingFailed {
    if (found.isEmpty()) {
      OpenVideoFile looked = look();
      if (looked instanceof NoVideoFiles none) {
        LOG.warn("{}", none.reason());
      }
      found = Optional.of(looked);
    }
    return found.get();
  }

  /**
   * @throws RecordingFailed when it is there but cannot be used now; the next look may find it so
   */
  private OpenVideoFile look() throws RecordingFailed {
    try {
      Class<? extends OpenVideoFile> type = Class.forName(encoder).asSubclass(OpenVideoFile.class);
      return type.getConstructor(Path.class).newInstance(folder);
    } catch (ClassNotFoundException absent) {
      return new NoVideoFiles(NOT_BUILT_IN);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RecordingFailed notNow) {
        throw notNow;
      }
      return unusable(failed);
    } catch (LinkageError failed) {
      return unusable(failed);
    } catch (ReflectiveOperationException misfit) {
      throw new IllegalStateException("The encoder is made from a folder", misfit);
    }
  }

  private static OpenVideoFile unusable(Throwable failed) {
    LOG.debug("The encoder cannot be loaded", failed);
    return new NoVideoFiles(NOT_FOR_THIS_COMPUTER);
  }
}
