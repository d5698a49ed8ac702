package dev.contop.application.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.ManualSchedule;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Figures in the log, once a second, and only where the log wants them. */
class FigureLogTest {

  private final ManualSchedule schedule = new ManualSchedule(new FakeTicks());
  private final CountedMeasuring video = new CountedMeasuring();
  private final List<String> lines = new ArrayList<>();

  /** Tells the same figures each time, and how often it was asked. */
  private static final class CountedMeasuring implements MeasureVideo {
    final Map<DeviceId, VideoFigures> phones = new HashMap<>();
    int asked;

    @Override
    public void measure(Consumer<Map<DeviceId, VideoFigures>> told) {
      asked++;
      told.accept(phones);
    }
  }

  private FigureLog log(boolean wanted) {
    return new FigureLog(video, schedule, () -> wanted, lines::add);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      schedule.pass(FigureLog.EVERY);
    }
  }

  @Test
  void shouldWriteOneLineASecondForEachPhone() {
    // Given
    video.phones.put(new DeviceId("one"), FigureLineTest.NOTHING_KNOWN);
    video.phones.put(new DeviceId("two"), FigureLineTest.NOTHING_KNOWN);

    // When
    log(true).start();
    pass(3);

    // Then
    assertThat(lines)
        .hasSize(6)
        .containsOnly("Video of one: 0.0 frames/s", "Video of two: 0.0 frames/s");
  }

  @Test
  void shouldGoOnWhileNobodyIsConnected() {
    // Given
    log(true).start();
    pass(2);
    assertThat(lines).isEmpty();

    // When
    video.phones.put(new DeviceId("late"), FigureLineTest.NOTHING_KNOWN);
    pass(1);

    // Then
    assertThat(lines).containsExactly("Video of late: 0.0 frames/s");
  }

  @Test
  void shouldMeasureNothingAtAnotherLevel() {
    // Given
    video.phones.put(new DeviceId("one"), FigureLineTest.NOTHING_KNOWN);

    // When
    log(false).start();
    pass(10);

    // Then
    assertThat(video.asked).isZero();
    assertThat(schedule.waiting()).isZero();
    assertThat(lines).isEmpty();
  }
}
