package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.audit.KeptAudit;
import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.time.FakeWallClock;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingWishes;
import dev.contop.domain.recording.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Captions say what is in the audit log, and nothing else (T75). */
@Timeout(60)
class CaptionedAuditTest {

  private static final DeviceId PHONE = new DeviceId("phone");

  private final KeptAudit log = new KeptAudit();
  private final FakeWallClock clock = new FakeWallClock();
  private final InMemoryRecordings kept = new InMemoryRecordings();
  private final FakeVideoFiles videos = new FakeVideoFiles();
  private final StageScreen screen = new StageScreen();
  private final List<String> outcomes = new ArrayList<>();
  private final RecordingDesk desk =
      new RecordingDesk(
          new RecorderPorts(
              videos,
              kept,
              screen,
              () -> new Ticks(System.nanoTime()),
              clock,
              task -> new Thread(task, "recording")),
          new RecordingTerms(
              RecordingWishes.of(true, Set.of()),
              RecordingFormat.MP4,
              new Retention(Long.MAX_VALUE, Optional.empty())),
          DeviceId::value,
          (device, event) -> {});
  private final CaptionedAudit audit = new CaptionedAudit(log, clock, () -> desk);

  @BeforeEach
  void record() {
    desk.connected(PHONE);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              screen.show(1);
              return !videos.names().isEmpty();
            });
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void shouldShowWhatWasWrittenAtTheTimeItHasInTheLog() {
    // Given
    clock.advance(Duration.ofSeconds(2));
    log.hold();
    audit.write(new AuditEntry.ManualModeSwitched(true), About.device(PHONE), observer());
    clock.advance(Duration.ofSeconds(5));

    // When
    log.letGo();
    desk.close();

    // Then: two seconds after the beginning, to which reading two clocks adds some
    RecordingName name = videos.names().get(0);
    assertThat(outcomes).containsExactly("written");
    assertThat(kept.captions(name)).contains("00:00:02.").contains("The phone takes the pointer");
  }

  @Test
  void shouldShowNothingThatIsNotInTheLog() {
    // When
    log.breakDown("The disk is full.");
    audit.write(new AuditEntry.ManualModeSwitched(true), About.device(PHONE), observer());
    log.mend();
    audit.write(new AuditEntry.HostStopped(), About.HOST, observer());
    audit.write(
        new AuditEntry.ManualModeSwitched(true), About.device(new DeviceId("x")), observer());
    desk.close();

    // Then
    assertThat(outcomes).containsExactly("The disk is full.", "written", "written");
    assertThat(kept.captions(videos.names().get(0))).isEqualTo("WEBVTT\n\n");
  }

  private ObserveAudit observer() {
    return new ObserveAudit() {
      @Override
      public void written() {
        outcomes.add("written");
      }

      @Override
      public void failed(String reason) {
        outcomes.add(reason);
      }
    };
  }
}
