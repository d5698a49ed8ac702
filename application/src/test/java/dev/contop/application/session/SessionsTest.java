package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.PeerId;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SessionsTest {

  private static final PeerId PEER = new PeerId("peer");
  private static final DeviceId OTHER = new DeviceId("other");

  private final SessionStage stage = new SessionStage();
  private final RecordedPeer peer = new RecordedPeer();

  @Test
  void shouldHaveOneSessionADevice() {
    // When
    OpenSession session = stage.sessions.of(SessionStage.DEVICE, ConnectionType.TEMPORARY);

    // Then
    assertThat(stage.sessions.of(SessionStage.DEVICE, ConnectionType.PERMANENT)).isSameAs(session);
    assertThat(stage.sessions.of(OTHER, ConnectionType.TEMPORARY)).isNotSameAs(session);
    assertThat(stage.sessions.find(SessionStage.DEVICE)).contains(session);
    assertThat(stage.sessions.find(new DeviceId("third"))).isEmpty();
    assertThat(session.device()).isEqualTo(SessionStage.DEVICE);
  }

  @Test
  void shouldEndOneAndLeaveTheOthers() {
    // Given
    stage.connected(PEER, peer);
    stage.sessions.of(OTHER, ConnectionType.TEMPORARY);

    // When
    stage.sessions.end(SessionStage.DEVICE, EndCause.REPAIRED);
    stage.pool.runAll();

    // Then
    assertThat(peer.closings).isEqualTo(1);
    assertThat(stage.said(peer, HostMessage.SessionEnded.class)).hasSize(1);
    assertThat(stage.sessions.find(SessionStage.DEVICE)).isEmpty();
    assertThat(stage.sessions.find(OTHER)).isPresent();
    assertThat(stage.counters.snapshot()).containsEntry("session.ended.repaired", 1L);
  }

  @Test
  @Timeout(30)
  void shouldWaitUntilTheLastProcessOfAllIsGone() throws Exception {
    // Given
    OpenSession session = stage.connected(PEER, peer);
    stage.hears(session, PEER, new PhoneMessage.UserIntent("sleep 9"));
    stage.sessions.of(OTHER, ConnectionType.TEMPORARY);

    // When
    CompletableFuture<Boolean> ended =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return stage.sessions.endAll(EndCause.HOST_STOPPED, Duration.ofSeconds(20));
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    while (stage.commands.get(0).kills == 0) {
      stage.pool.runAll();
      Thread.onSpinWait();
    }

    // Then
    assertThat(ended).isNotDone();
    stage.commands.get(0).observer.ended(137, Duration.ZERO, false, 0);
    while (!ended.isDone()) {
      stage.pool.runAll();
      Thread.onSpinWait();
    }
    assertThat(ended.get(1, TimeUnit.SECONDS)).isTrue();
    assertThat(peer.closings).isEqualTo(1);
  }

  @Test
  @Timeout(30)
  void shouldSayWhenTheTimeWasTooShort() throws InterruptedException {
    // Given a session that nobody works on
    stage.sessions.of(OTHER, ConnectionType.TEMPORARY);

    // Then
    assertThat(stage.sessions.endAll(EndCause.HOST_STOPPED, Duration.ZERO)).isFalse();
    stage.pool.runAll();
    assertThat(stage.sessions.endAll(EndCause.HOST_STOPPED, Duration.ZERO)).isTrue();
  }

  @Test
  void shouldFollowTheScreensSize() {
    // Given
    OpenSession session = stage.connected(PEER, peer);

    // When a screen twice as wide as what is sent
    stage.sessions.screenResized(new ScreenSize(3840, 2160));
    stage.hears(
        session,
        PEER,
        new PhoneMessage.ManualInput(
            new InputRequest.MoveTo(new VideoPoint(1919, 1079), OptionalLong.empty())));

    // Then T62, T70
    assertThat(stage.inputs).containsExactly(new InputAction.MoveTo(new ScreenPoint(3839, 2159)));
  }
}
