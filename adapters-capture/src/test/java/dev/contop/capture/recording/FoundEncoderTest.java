package dev.contop.capture.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contop.application.recording.OpenVideoFile;
import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A host without an encoder says so when it is asked to record, and lives on (T75). */
class FoundEncoderTest {

  private static final RecordingName NAME =
      RecordingName.of(Instant.EPOCH, "phone", RecordingFormat.MP4);

  /** An encoder whose native part is for other computers. */
  public static final class ForOthers implements OpenVideoFile {
    public ForOthers(Path folder) {
      throw new UnsatisfiedLinkError("for others than " + folder);
    }

    @Override
    public VideoFile open(RecordingName name, ScreenSize size) {
      throw new AssertionError("Cannot be made");
    }
  }

  /** An encoder that there is no room for at first. */
  public static final class Cramped implements OpenVideoFile {
    private static final AtomicBoolean ROOM = new AtomicBoolean();

    public Cramped(Path folder) throws RecordingFailed {
      if (!ROOM.getAndSet(true)) {
        throw new RecordingFailed("no room beside " + folder);
      }
    }

    @Override
    public VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed {
      throw new RecordingFailed("unpacked");
    }
  }

  @Test
  void shouldTryAgainWhatCouldNotBeUnpacked() {
    // Given
    FoundEncoder subject = new FoundEncoder(Path.of("unused"), Cramped.class.getName());
    assertThat(refusal(subject)).isEqualTo("no room beside unused");

    // When room was made
    String second = refusal(subject);

    // Then
    assertThat(second).isEqualTo("unpacked");
  }

  @Test
  void shouldSayThatNoneWasBuiltIn() {
    assertRefusal("dev.contop.capture.humble.Absent", FoundEncoder.NOT_BUILT_IN);
  }

  @Test
  void shouldSayThatThereIsNoneForThisComputer() {
    assertRefusal(ForOthers.class.getName(), FoundEncoder.NOT_FOR_THIS_COMPUTER);
  }

  private static void assertRefusal(String encoder, String words) {
    FoundEncoder subject = new FoundEncoder(Path.of("unused"), encoder);
    for (int i = 0; i < 2; i++) {
      assertThat(refusal(subject)).isEqualTo(words);
    }
  }

  private static String refusal(FoundEncoder subject) {
    return catchThrowableOfType(
            RecordingFailed.class, () -> subject.open(NAME, new ScreenSize(64, 48)))
        .reason();
  }
}
