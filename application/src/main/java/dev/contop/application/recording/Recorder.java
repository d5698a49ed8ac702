package dev.contop.application.recording;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingPacing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One recording of the screen, on a thread of its own, which nobody interrupts.
 *
 * <p>The file follows the screen: what changes is written at a steady rate, what does not now and
 * then. A new file begins when the screen's size changes, and after an hour.
 */
final class Recorder implements ReadFrames {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private static final Duration A_WHILE = Duration.ofMillis(500);

  /** How long the capture may take to bring a picture that was passed over once more by itself. */
  private static final Duration REPEATS_WITHIN = Duration.ofMillis(150);

  private final RecorderPorts ports;
  private final Supplier<String> deviceName;
  private final RecordingFormat format;
  private final ObserveRecording observer;
  private final LatestPicture picture = new LatestPicture();
  private final WaitingCaptions captions = new WaitingCaptions();
  private final Thread thread;

  private volatile boolean stopping;
  private volatile Optional<String> broken = Optional.empty();

  /** Whether a picture was passed over that may be the last; any thread. */
  private volatile boolean passedOver;

  // The capture thread only.
  private long copiedNanos = Long.MIN_VALUE / 2;

  // The recording's thread only.
  private Optional<RecordingFile> file = Optional.empty();

  private final RoomWatch room;

  /**
   * @param deviceName as people call the device that the files are named for
   */
  Recorder(
      RecorderPorts ports,
      Supplier<String> deviceName,
      RecordingFormat format,
      ObserveRecording observer) {
    this.ports = ports;
    this.deviceName = deviceName;
    this.format = format;
    this.observer = observer;
    this.room = new RoomWatch(ports.keep());
    this.thread = ports.threads().newThread(this::run);
  }

  void start() {
    thread.start();
  }

  /** Ends it; {@link ObserveRecording#ended} follows. Any thread; does not block. */
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
  }

  /** Waits until the file is closed; whether it was in that time. */
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    thread.join(Math.max(1, atMost.toMillis()));
    return !thread.isAlive();
  }

  /** Puts words beside the picture of that moment. Any thread; does not block. */
  void caption(Instant at, String words) {
    captions.add(at, words);
    LockSupport.unpark(thread);
  }

  @Override
  public void frame(Frame frame, long capturedNanos) {
    if (RecordingPacing.tooSoon(capturedNanos, copiedNanos)) {
      passedOver = true;
      return;
    }
    try {
      if (picture.offer(frame, capturedNanos)) {
        copiedNanos = capturedNanos;
        LockSupport.unpark(thread);
      }
      passedOver = false;
    } catch (OutOfMemoryError full) {
      broken = Optional.of("There is not enough memory for a recording.");
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void unavailable(String reason) {
    // The last picture stands until the screen is back.
  }

  @Override
  public Duration interval() {
    return RecordingPacing.INTERVAL;
  }

  private void run() {
    Optional<String> failure = Optional.empty();
    try (WatchScreen.Watching place = ports.screen().watch(this)) {
      record(place);
      closeFile();
    } catch (RecordingFailed failed) {
      failure = Optional.of(failed.reason());
      LOG.debug("A recording failed", failed);
    } catch (RuntimeException | Error bug) {
      // Nothing of a recording may reach further than the recording.
      failure = Optional.of("Recording failed unexpectedly.");
      LOG.error("Recording failed", bug);
    } finally {
      abandonFile();
      observer.ended(failure);
    }
  }

  private void record(WatchScreen.Watching place) throws RecordingFailed {
    while (!stopping) {
      if (broken.isPresent()) {
        throw new RecordingFailed(broken.get());
      }
      writeCaptions();
      Duration wait = wait(ports.clock().now());
      if (wait.isNegative() || wait.isZero()) {
        writePicture();
      } else {
        askAgain(place);
        LockSupport.parkNanos(this, Math.min(wait.toNanos(), A_WHILE.toNanos()));
      }
    }
  }

  private Duration wait(Ticks now) {
    boolean changed = picture.isChanged();
    return file.map(open -> open.due(changed).since(now)).orElse(changed ? Duration.ZERO : A_WHILE);
  }

  /** The capture repeats a picture some times; when it does not, it is asked to. */
  private void askAgain(WatchScreen.Watching place) {
    long since = ports.clock().now().nanos() - picture.newestNanos();
    if (passedOver && since > REPEATS_WITHIN.toNanos()) {
      passedOver = false;
      place.refresh();
    }
  }

  private void writePicture() throws RecordingFailed {
    boolean changed = picture.isChanged();
    Optional<LatestPicture.Taken> taken = picture.take();
    if (taken.isEmpty()) {
      // A newer one is coming in just now, and its arrival wakes this thread.
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(5));
      return;
    }
    try {
      LatestPicture.Taken shown = taken.get();
      Ticks now = ports.clock().now();
      room.check(now);
      // An unchanged picture is shown as it is now, however long ago it was captured.
      Ticks at = changed ? new Ticks(shown.capturedNanos()) : now;
      if (file.filter(open -> open.holds(shown.size(), now)).isEmpty()) {
        closeFile();
        openFile(shown, at);
      }
      file.orElseThrow().add(shown, at, now);
    } finally {
      picture.giveBack();
    }
  }

  private void openFile(LatestPicture.Taken first, Ticks at) throws RecordingFailed {
    RecordingName name = RecordingFile.name(ports, deviceName.get(), format, at);
    observer.opening(name);
    try {
      file = Optional.of(RecordingFile.open(ports, name, first.size(), at));
    } catch (RecordingFailed | RuntimeException | Error failed) {
      observer.closed(name);
      throw failed;
    }
    observer.opened(name);
  }

  private void writeCaptions() {
    if (file.isPresent()) {
      captions.take().forEach(file.get()::caption);
    }
  }

  private void closeFile() throws RecordingFailed {
    if (file.isPresent()) {
      writeCaptions();
      RecordingFile closing = file.get();
      file = Optional.empty();
      try {
        closing.close();
      } finally {
        observer.closed(closing.name());
      }
    }
  }

  private void abandonFile() {
    try {
      closeFile();
    } catch (RecordingFailed again) {
      LOG.debug("The end of a recording could not be written", again);
    } catch (RuntimeException | Error bug) {
      LOG.error("A recording could not be ended", bug);
    }
  }
}
