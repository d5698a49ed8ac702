package dev.contop.application.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** T74: stills from the shared picture, sized to fit. */
class StillDeskTest {

  private static final ScreenSize SIZE = new ScreenSize(8, 4);
  private static final int WIDE = 1000;

  private final List<ReadFrames> looking = new ArrayList<>();
  private final List<Still> taken = new ArrayList<>();
  private final List<StillRefusal> missed = new ArrayList<>();
  private final List<String> encoded = new ArrayList<>();
  private final List<int[]> pixels = new ArrayList<>();
  private final ObserveStill observer =
      new ObserveStill() {
        @Override
        public void taken(Still still) {
          taken.add(still);
        }

        @Override
        public void missed(StillRefusal reason) {
          missed.add(reason);
        }
      };

  private StillDesk desk(Executor pool) {
    return desk(pool, (picture, size, quality) -> new byte[size.width() * quality]);
  }

  private StillDesk desk(Executor pool, EncodeJpeg encode) {
    WatchScreen screen =
        new WatchScreen() {
          @Override
          public Watching watch(ReadFrames reader) {
            throw new AssertionError("A still is one look");
          }

          @Override
          public void glimpse(ReadFrames reader) {
            looking.add(reader);
          }

          @Override
          public ScreenSize size() {
            return SIZE;
          }
        };
    return new StillDesk(
        screen,
        (picture, size, quality) -> {
          encoded.add(size + " at " + quality);
          pixels.add(picture);
          return encode.encode(picture, size, quality);
        },
        pool);
  }

  /** Rows with two pixels of padding; the value of a pixel tells its place. */
  private static Frame frame(ScreenSize size) {
    int stride = (size.width() + 2) * 4;
    ByteBuffer bytes = ByteBuffer.allocateDirect(stride * size.height());
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int at = y * stride + x * 4;
        bytes.put(at, (byte) x);
        bytes.put(at + 1, (byte) y);
        bytes.put(at + 2, (byte) 0xd0);
      }
    }
    return new Frame(bytes, stride, size);
  }

  @Test
  void shouldCopyThePictureAndEncodeItElsewhere() {
    // Given
    List<Runnable> elsewhere = new ArrayList<>();
    StillDesk desk = desk(elsewhere::add);

    // When
    desk.take(new StillWish(80, WIDE), WIDE, observer);
    looking.get(0).frame(frame(SIZE), 77);

    // Then
    assertThat(encoded).isEmpty();
    elsewhere.get(0).run();
    assertThat(encoded).containsExactly("8x4 at 80");
    assertThat(pixels.get(0)).startsWith(0xd00000, 0xd00001).endsWith(0xd00306, 0xd00307);
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).grabbed()).isEqualTo(new Ticks(77));
    assertThat(taken.get(0).size()).isEqualTo(SIZE);
  }

  @Test
  void shouldShowThePartThatIsWantedAndNothingElse() {
    // Given T76
    ScreenArea part = new ScreenArea(3, 1, new ScreenSize(4, 2));

    // When
    desk(Runnable::run).take(new StillWish(80, WIDE).of(Optional.of(part)), WIDE, observer);
    looking.get(0).frame(frame(SIZE), 0);

    // Then
    assertThat(encoded).containsExactly("4x2 at 80");
    assertThat(pixels.get(0))
        .containsExactly(
            0xd00103, 0xd00104, 0xd00105, 0xd00106, 0xd00203, 0xd00204, 0xd00205, 0xd00206);
    assertThat(taken.get(0).screen()).isEqualTo(part.size());
  }

  @Test
  void shouldShowAllOfAScreenThatHasNoSuchPartAnyMore() {
    // Given
    ScreenArea gone = new ScreenArea(6, 0, new ScreenSize(4, 4));

    // When
    desk(Runnable::run).take(new StillWish(80, WIDE).of(Optional.of(gone)), WIDE, observer);
    looking.get(0).frame(frame(SIZE), 0);

    // Then
    assertThat(taken.get(0).screen()).isEqualTo(SIZE);
    assertThat(pixels.get(0)).startsWith(0xd00000, 0xd00001).hasSize(32);
  }

  @Test
  void shouldGoDownInQualityAndThenInSizeUntilItFits() {
    // Given
    ScreenSize large = new ScreenSize(400, 100);

    // When
    desk(Runnable::run).take(new StillWish(60, WIDE), 14_000, observer);
    looking.get(0).frame(frame(large), 0);

    // Then
    assertThat(encoded).containsExactly("400x100 at 60", "400x100 at 45", "300x74 at 45");
    assertThat(taken.get(0).size()).isEqualTo(new ScreenSize(300, 74));
    assertThat(taken.get(0).jpeg()).hasSizeLessThanOrEqualTo(14_000);
  }

  @Test
  void shouldSayThatNoneFits() {
    desk(Runnable::run).take(new StillWish(60, WIDE), 1, observer);
    looking.get(0).frame(frame(new ScreenSize(200, 100)), 0);

    assertThat(missed).containsExactly(StillRefusal.FAILED);
  }

  @Test
  void shouldSayThatTheScreenIsGone() {
    desk(Runnable::run).take(StillWish.standard(), WIDE, observer);
    looking.get(0).unavailable("gone");

    assertThat(missed).containsExactly(StillRefusal.NO_SCREEN);
  }

  @Test
  void shouldSurviveAnEncoderThatFails() {
    StillDesk desk =
        desk(
            Runnable::run,
            (picture, size, quality) -> {
              throw new IOException("no encoder");
            });

    desk.take(StillWish.standard(), WIDE, observer);
    looking.get(0).frame(frame(SIZE), 0);

    assertThat(missed).containsExactly(StillRefusal.FAILED);
  }

  @Test
  void shouldHoldOnlySoManyPicturesAtOnce() {
    // Given
    StillDesk desk = desk(Runnable::run);

    // When
    for (int i = 0; i < 5; i++) {
      desk.take(StillWish.standard(), WIDE, observer);
    }

    // Then
    assertThat(looking).hasSize(4);
    assertThat(missed).containsExactly(StillRefusal.BUSY);

    // When
    looking.get(0).unavailable("gone");
    desk.take(StillWish.standard(), WIDE, observer);

    // Then
    assertThat(looking).hasSize(5);
  }

  @Test
  void shouldSayThatItIsBusyWhenThePoolIsFull() {
    StillDesk desk =
        desk(
            task -> {
              throw new RejectedExecutionException();
            });

    desk.take(StillWish.standard(), WIDE, observer);
    looking.get(0).frame(frame(SIZE), 0);

    assertThat(missed).containsExactly(StillRefusal.BUSY);
  }
}
