package dev.contop.application.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.SessionStage;
import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.domain.media.SomeFigures;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.PeerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures for the desk: of all who are connected, and never late. */
class VideoDeskTest {

  private static final DeviceId OTHER = new DeviceId("other");
  private static final VideoFigures FIGURES = SomeFigures.at(25);

  private final SessionStage stage = new SessionStage();
  private final VideoDesk desk = new VideoDesk(stage.sessions, stage.schedule);
  private final List<Map<DeviceId, VideoFigures>> told = new ArrayList<>();

  @Test
  void shouldAnswerAtOnceWhenNobodyIsConnected() {
    desk.measure(told::add);

    assertThat(told).containsExactly(Map.of());
  }

  @Test
  void shouldAnswerWhenAllAreMeasured() {
    // Given
    RecordedPeer one = new RecordedPeer();
    RecordedPeer two = new RecordedPeer();
    stage.connected(SessionStage.DEVICE, new PeerId("one"), one);
    stage.connected(OTHER, new PeerId("two"), two);

    // When
    desk.measure(told::add);
    one.measurements.get(0).accept(FIGURES);
    assertThat(told).isEmpty();
    two.measurements.get(0).accept(FIGURES);
    stage.pass(Duration.ofSeconds(1));

    // Then
    assertThat(told).containsExactly(Map.of(SessionStage.DEVICE, FIGURES, OTHER, FIGURES));
  }

  @Test
  void shouldNotWaitForAPeerThatDoesNotAnswer() {
    // Given
    RecordedPeer silent = new RecordedPeer();
    stage.connected(SessionStage.DEVICE, new PeerId("one"), silent);

    // When
    desk.measure(told::add);
    stage.pass(Duration.ofSeconds(1));
    silent.measurements.get(0).accept(FIGURES);

    // Then
    assertThat(told).containsExactly(Map.of());
  }
}
