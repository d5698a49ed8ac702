package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.DiskReserve;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingStanding;
import dev.contop.domain.recording.RecordingWishes;
import dev.contop.domain.recording.Retention;
import dev.contop.domain.session.SessionEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recording with a fake encoder, against the real clock (T75). */
@Timeout(60)
class RecordingDeskTest {

  private static final DeviceId PHONE = new DeviceId("phone");
  private static final DeviceId TABLET = new DeviceId("tablet");
  private static final SessionEvent ON = new SessionEvent.RecordingChanged(true, Optional.empty());
  private static final SessionEvent OFF =
      new SessionEvent.RecordingChanged(false, Optional.empty());

  private final FakeVideoFiles videos = new FakeVideoFiles();
  private final InMemoryRecordings kept = new InMemoryRecordings();
  private final StageScreen screen = new StageScreen();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<SessionEvent> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger shade = new AtomicInteger();
  private RecordingDesk desk = desk(false, Long.MAX_VALUE);

  @AfterEach
  void shouldLeaveNothingBehind() {
    desk.close();
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
    assertThat(screen.readers()).isZero();
    assertThat(videos.areClosed()).isTrue();
    assertThat(videos.misuses()).isZero();
  }

  private RecordingDesk desk(boolean all, long bytes) {
    return desk(all, bytes, Optional.empty());
  }

  private RecordingDesk desk(boolean all, long bytes, Optional<Duration> age) {
    return new RecordingDesk(
        new RecorderPorts(
            videos,
            kept,
            screen,
            () -> new Ticks(System.nanoTime()),
            Instant::now,
            task -> {
              Thread thread = new Thread(task, "recording");
              threads.add(thread);
              return thread;
            }),
        new RecordingTerms(
            RecordingWishes.of(all, Set.of()), RecordingFormat.MP4, new Retention(bytes, age)),
        device -> "Ann's " + device,
        (device, event) -> told.add(event));
  }

  @Test
  void shouldRecordNobodyUnlessAskedTo() {
    // When
    desk.connected(PHONE);

    // Then
    assertThat(threads).isEmpty();
    assertThat(desk.standings()).isEmpty();
  }

  @Test
  void shouldRecordAPhoneWhileItIsConnectedAndTellIt() {
    // Given
    desk = desk(true, Long.MAX_VALUE);

    // When
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());
    soon().until(() -> told.contains(ON));
    assertThat(desk.standings())
        .containsExactly(new RecordingStanding(PHONE, true, true, Optional.empty()));
    desk.parted(PHONE);

    // Then
    soon().untilAsserted(() -> assertThat(told).containsExactly(ON, OFF));
    RecordingName name = videos.names().get(0);
    assertThat(name.device()).isEqualTo("Anns-phone");
    assertThat(videos.times(name).get(0)).isZero();
    assertThat(kept.captions(name)).isEqualTo("WEBVTT\n\n");
  }

  @Test
  void shouldGoOnWhileAnotherConnectionOfThePhoneTakesOver() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> told.contains(ON));

    // When
    desk.connected(PHONE);
    desk.parted(PHONE);

    // Then
    assertThat(desk.standings().get(0).running()).isTrue();
    assertThat(threads).hasSize(1);
  }

  @Test
  void shouldStartAndStopAsSomebodyAtTheComputerSays() {
    // Given
    desk.connected(PHONE);

    // When
    assertThat(desk.start(PHONE).running()).isTrue();
    showUntil(() -> told.contains(ON));
    RecordingStanding after = desk.stop(PHONE);

    // Then
    assertThat(after).isEqualTo(new RecordingStanding(PHONE, false, false, Optional.empty()));
    soon().untilAsserted(() -> assertThat(told).containsExactly(ON, OFF));
    assertThat(desk.start(TABLET).running()).isFalse();
  }

  @Test
  void shouldReachUpToNowThoughNothingChanges() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());
    RecordingName name = videos.names().get(0);
    int before = videos.times(name).size();

    // When: the screen stands still
    soon().until(() -> videos.times(name).size() >= before + 3);

    // Then
    List<Long> times = videos.times(name);
    assertThat(times.get(times.size() - 1) - times.get(times.size() - 2)).isBetween(400L, 1000L);
    assertThat(videos.shades(name)).doesNotContain((byte) 99);
  }

  @Test
  void shouldFollowChangesAtASteadyRateAndNotMissTheLast() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());
    RecordingName name = videos.names().get(0);

    // When: two changes follow at once, so the second is passed over
    screen.show(50);
    screen.show(51);
    soon().until(() -> screen.refreshes() > 0);
    screen.show(51);

    // Then
    soon().until(() -> videos.shades(name).contains((byte) 51));
  }

  @Test
  void shouldNeverHoldUpTheCapture() {
    // Given
    CountDownLatch done = new CountDownLatch(1);
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());
    RecordingName name = videos.names().get(0);
    int before = videos.times(name).size();

    // When: the encoder hangs
    videos.hold(done);
    long slowest = 0;
    for (int i = 0; i < 20; i++) {
      slowest = Math.max(slowest, screen.show(60 + i));
      pauseFor(Duration.ofMillis(60));
    }
    done.countDown();

    // Then: nothing piled up, and the newest came
    soon().until(() -> videos.shades(name).contains((byte) 79));
    assertThat(videos.times(name)).hasSizeLessThan(before + 8);
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void shouldBeginANewFileWhenTheScreenChangesItsSize() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());

    // When
    ScreenSize other = new ScreenSize(64, 32);
    soon()
        .until(
            () -> {
              screen.show(shade.incrementAndGet(), other);
              return videos.names().size() == 2;
            });

    // Then
    assertThat(videos.size(videos.names().get(1))).isEqualTo(other);
    assertThat(told).containsExactly(ON);
  }

  @Test
  void shouldPutWordsBesideThePictureOfTheirMoment() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());
    RecordingName name = videos.names().get(0);

    // When
    desk.caption(PHONE, name.began().plusMillis(1500), "Runs: ls");
    desk.caption(TABLET, Instant.now(), "of somebody else");

    // Then
    soon()
        .untilAsserted(
            () ->
                assertThat(kept.captions(name))
                    .isEqualTo("WEBVTT\n\n00:00:01.500 --> 00:00:05.500\nRuns: ls\n\n"));
  }

  @Test
  void shouldStopVisiblyWhenThereIsNoEncoder() {
    // Given
    videos.refuse("There is no encoder.");

    // When
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !told.isEmpty());

    // Then
    assertStopped("There is no encoder.");
    assertThat(kept.list()).isEmpty();
  }

  @Test
  void shouldStopVisiblyWhenTheEncoderFailsInTheMiddle() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> told.contains(ON));

    // When
    videos.fail("The disk is full.");

    // Then
    showUntil(() -> told.size() == 2);
    assertStopped("The disk is full.");
    assertThat(kept.list()).hasSize(1);
  }

  @Test
  void shouldStopVisiblyWhenTheEncoderBreaks() {
    // Given
    videos.fail(new UnsatisfiedLinkError("native"));

    // When
    desk.start(PHONE);
    desk.connected(PHONE);

    // Then
    showUntil(() -> desk.standings().get(0).failure().isPresent());
    assertStopped("Recording failed unexpectedly.");
  }

  @Test
  void shouldStopVisiblyWhenTheFolderCannotBeWritten() {
    // Given
    kept.fail("read-only");

    // When
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !told.isEmpty());

    // Then
    assertStopped("The folder of recordings cannot be written.");
  }

  @Test
  void shouldNotBeginInTheReserveOfTheDisk() {
    // Given
    kept.leave(DiskReserve.BYTES - 1);

    // When
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !told.isEmpty());

    // Then
    assertStopped(RoomWatch.NEARLY_FULL);
    assertThat(videos.names()).isEmpty();
    assertThat(kept.list()).isEmpty();

    // When room was made
    kept.leave(DiskReserve.BYTES);
    desk.start(PHONE);

    // Then
    showUntil(() -> told.contains(ON));
  }

  @Test
  void shouldStopVisiblyAtTheReserveOfTheDiskAndKeepWhatThereIs() throws IOException {
    // Given an older recording, and one that runs
    RecordingName old =
        RecordingName.of(Instant.parse("2020-01-01T00:00:00Z"), "phone", RecordingFormat.MP4);
    kept.make(old).close();
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> told.contains(ON));

    // When
    kept.leave(DiskReserve.BYTES - 1);

    // Then it stops though nothing changes on the screen, and nobody pays for it
    soon().until(() -> told.size() == 2);
    assertStopped(RoomWatch.NEARLY_FULL);
    assertThat(kept.list()).hasSize(2);
  }

  @Test
  void shouldLookForRoomOnceASecondHoweverManyPicturesThereAre() {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    long began = System.nanoTime();

    // When
    showUntil(() -> !videos.names().isEmpty() && videos.times(videos.names().get(0)).size() >= 20);

    // Then
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertThat((long) kept.looks()).isBetween(1L, seconds + 1);
  }

  @Test
  void shouldNotBeginWhereNobodyKnowsHowMuchRoomThereIs() {
    // Given
    kept.hideRoom();

    // When
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !told.isEmpty());

    // Then
    assertStopped("The folder of recordings cannot be written.");
    assertThat(kept.list()).isEmpty();
  }

  @Test
  void shouldTryAgainWhenThePhoneComesBack() {
    // Given
    videos.refuse("There is no encoder.");
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !told.isEmpty());

    // When
    desk.parted(PHONE);
    desk.connected(PHONE);

    // Then
    showUntil(() -> told.size() == 2);
    assertThat(threads).hasSize(2);
  }

  @Test
  void shouldSayToWhomThereAreTooManyAtOnceAndRecordThemInPlaceOfAnother() {
    // Given as many as can be
    desk = desk(true, Long.MAX_VALUE);
    List<DeviceId> phones =
        IntStream.range(0, RecordingDesk.MOST_AT_ONCE)
            .mapToObj(i -> new DeviceId("phone" + i))
            .toList();
    phones.forEach(desk::connected);
    showUntil(() -> Collections.frequency(told, ON) == phones.size());

    // When
    desk.connected(TABLET);

    // Then
    assertThat(told)
        .last()
        .isEqualTo(new SessionEvent.RecordingChanged(false, Optional.of(RecordingDesk.TOO_MANY)));
    assertThat(desk.standings())
        .contains(new RecordingStanding(TABLET, true, false, Optional.of(RecordingDesk.TOO_MANY)));
    assertThat(desk.standings()).filteredOn(RecordingStanding::running).hasSize(phones.size());

    // When one is stopped
    desk.stop(phones.get(0));
    soon().until(() -> told.contains(OFF));
    desk.start(TABLET);

    // Then
    showUntil(() -> Collections.frequency(told, ON) == phones.size() + 1);
    assertThat(desk.standings())
        .contains(new RecordingStanding(TABLET, true, true, Optional.empty()));
  }

  @Test
  void shouldRemoveTheOldestAndNeverTheOneThatIsWritten() throws IOException {
    // Given
    RecordingName old =
        RecordingName.of(Instant.parse("2020-01-01T00:00:00Z"), "phone", RecordingFormat.MP4);
    try (KeepRecordings.WriteCaptions captions = kept.make(old)) {
      captions.append("x".repeat(100));
    }
    desk = desk(true, 5);

    // When
    desk.connected(PHONE);

    // Then
    showUntil(() -> kept.list().stream().noneMatch(one -> one.name().equals(old)));
    assertThat(desk.recordings()).singleElement().matches(one -> one.running());
  }

  @Test
  void shouldRemoveWhatIsTooOldThoughNobodyIsRecorded() throws IOException {
    // Given
    kept.make(RecordingName.of(Instant.EPOCH, "phone", RecordingFormat.MP4)).close();
    desk = desk(false, 1_000_000, Optional.of(Duration.ofDays(30)));

    // When
    desk.tidy();

    // Then
    assertThat(desk.recordings()).isEmpty();
  }

  @Test
  void shouldNotRemoveWhatIsBeingOpened() {
    // Given all that is not being written is too old
    desk = desk(true, Long.MAX_VALUE, Optional.of(Duration.ofDays(30)));
    AtomicInteger left = new AtomicInteger();
    videos.whileOpening(
        () -> {
          desk.tidy();
          left.set(kept.list().size());
        });

    // When
    desk.connected(PHONE);
    showUntil(() -> told.contains(ON));

    // Then
    assertThat(left).hasValue(1);
  }

  @Test
  void shouldHandOutOnlyWhatIsNamedLikeARecording() throws IOException {
    // Given
    desk.start(PHONE);
    desk.connected(PHONE);
    showUntil(() -> !videos.names().isEmpty());
    RecordingName name = videos.names().get(0);

    // Then
    assertThat(desk.read(name.value())).isPresent();
    assertThat(desk.read(name.captions())).isPresent();
    assertThat(desk.read("../devices.json")).isEmpty();
    assertThat(desk.read("")).isEmpty();
  }

  private void assertStopped(String reason) {
    soon()
        .untilAsserted(
            () ->
                assertThat(told.get(told.size() - 1))
                    .isEqualTo(new SessionEvent.RecordingChanged(false, Optional.of(reason))));
    assertThat(desk.standings())
        .containsExactly(new RecordingStanding(PHONE, true, false, Optional.of(reason)));
  }

  /** Changes the screen until it is so. */
  private void showUntil(Callable<Boolean> so) {
    soon()
        .until(
            () -> {
              screen.show(shade.incrementAndGet() % 40);
              return so.call();
            });
  }

  private static void pauseFor(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    soon().until(() -> System.nanoTime() >= until);
  }

  private static ConditionFactory soon() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10));
  }
}
