package dev.contop.application.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.SomeFigures;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.VideoFigures.Path;
import dev.contop.domain.media.VideoFigures.Times;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FigureLineTest {

  static final VideoFigures NOTHING_KNOWN = SomeFigures.at(0);

  @Test
  void shouldSayAllThatIsKnown() {
    VideoFigures figures =
        new VideoFigures(
            29.94,
            Optional.of(new ScreenSize(1280, 720)),
            Optional.of("VP8"),
            Optional.of(Bitrate.ofKilobits(5000)),
            Optional.of(Bitrate.ofKilobits(4210)),
            OptionalDouble.of(31.25),
            Optional.of(Duration.ofNanos(3400_000)),
            OptionalDouble.of(0.005),
            Optional.of(Path.DIRECT),
            new Times(
                Optional.of(Duration.ofNanos(1200_000)),
                Optional.of(Duration.ofNanos(2300_000)),
                Optional.of(Duration.ofNanos(900_000)),
                Optional.of(Duration.ofMillis(8))));

    assertThat(FigureLine.of(figures))
        .isEqualTo(
            "29.9 frames/s, 1280x720, VP8, 4210 kbit/s, aims at 5000, quantiser 31.3, round trip"
                + " 3.4 ms, loss 0.5 %, direct, grab 1.2 ms, convert 2.3 ms, scale 0.9 ms, encode"
                + " 8.0 ms");
  }

  @Test
  void shouldLeaveOutWhatIsNotKnown() {
    assertThat(FigureLine.of(NOTHING_KNOWN)).isEqualTo("0.0 frames/s");
  }
}
