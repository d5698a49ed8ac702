package dev.contop.application.recording;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingStanding;
import dev.contop.domain.recording.RecordingWishes;
import dev.contop.domain.recording.ShownRecording;
import dev.contop.domain.session.SessionEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is being recorded: a device that is to be, for as long as it is connected. Any thread.
 *
 * <p>A recording that fails is over until the phone comes again or somebody starts it; its phone
 * and the log are told why.
 */
public final class RecordingDesk implements RecordPhones, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordingDesk.class);

  /** Each holds some tens of megabytes. */
  static final int MOST_AT_ONCE = 4;

  static final String TOO_MANY =
      MOST_AT_ONCE
          + " phones are being recorded already, and no more can be at once. Stop the recording of"
          + " one, and record again.";

  private static final Duration END_WITHIN = Duration.ofSeconds(1);

  private final RecorderPorts ports;
  private final RecordingTerms terms;
  private final Function<DeviceId, String> names;
  private final BiConsumer<DeviceId, SessionEvent> tell;
  private final Shelf shelf;

  // Guarded by this.
  private RecordingWishes wishes;
  private final Map<DeviceId, Integer> connections = new HashMap<>();
  private final Map<DeviceId, Running> running = new HashMap<>();
  private final Set<Running> unfinished = new HashSet<>();
  private final Map<DeviceId, String> failures = new HashMap<>();
  private boolean closed;

  /**
   * @param names what people call a device; asked on the recording's thread
   * @param tell posts an event to a device's session, if it has one
   */
  public RecordingDesk(
      RecorderPorts ports,
      RecordingTerms terms,
      Function<DeviceId, String> names,
      BiConsumer<DeviceId, SessionEvent> tell) {
    this.ports = ports;
    this.terms = terms;
    this.names = names;
    this.tell = tell;
    this.wishes = terms.wishes();
    this.shelf = new Shelf(ports.keep(), terms.retention(), ports.wallClock());
  }

  /** A connection of the device is open; never blocks. */
  public synchronized void connected(DeviceId device) {
    connections.merge(device, 1, Integer::sum);
    follow(device);
  }

  /** A connection of the device that was open is gone; never blocks. */
  public synchronized void parted(DeviceId device) {
    connections.computeIfPresent(device, (id, count) -> count > 1 ? count - 1 : null);
    follow(device);
  }

  /** Puts words beside the picture, if the device is being recorded; never blocks. */
  public synchronized void caption(DeviceId device, Instant at, String words) {
    Optional.ofNullable(running.get(device)).ifPresent(one -> one.recorder.caption(at, words));
  }

  @Override
  public synchronized RecordingStanding start(DeviceId device) {
    wishes = wishes.with(device);
    failures.remove(device);
    follow(device);
    return standing(device);
  }

  @Override
  public synchronized RecordingStanding stop(DeviceId device) {
    wishes = wishes.without(device);
    failures.remove(device);
    follow(device);
    return standing(device);
  }

  @Override
  public synchronized List<RecordingStanding> standings() {
    Set<String> ids = new TreeSet<>();
    running.keySet().forEach(device -> ids.add(device.value()));
    failures.keySet().forEach(device -> ids.add(device.value()));
    wishes.wanted().forEach(device -> ids.add(device.value()));
    return ids.stream().map(DeviceId::new).map(this::standing).toList();
  }

  @Override
  public List<ShownRecording> recordings() throws IOException {
    return shelf.recordings();
  }

  @Override
  public Optional<KeepRecordings.StoredBytes> read(String fileName) throws IOException {
    return shelf.read(fileName);
  }

  /** Removes recordings that are too many or too old, and none that is being written. Blocks. */
  public void tidy() {
    shelf.tidy();
  }

  /** Ends all recordings and waits a moment until their files are closed. */
  @Override
  public void close() {
    List<Running> ending;
    synchronized (this) {
      closed = true;
      running.values().forEach(one -> one.recorder.stop());
      running.clear();
      ending = new ArrayList<>(unfinished);
    }
    try {
      for (Running one : ending) {
        if (!one.recorder.awaitEnd(END_WITHIN)) {
          LOG.warn("A recording had not ended when the host stopped");
        }
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private RecordingStanding standing(DeviceId device) {
    return new RecordingStanding(
        device,
        wishes.wants(device),
        running.containsKey(device),
        Optional.ofNullable(failures.get(device)));
  }

  /** Begins or ends the device's recording as it should now be; guarded by this. */
  private void follow(DeviceId device) {
    boolean due = !closed && wishes.wants(device) && connections.containsKey(device);
    Optional<Running> current = Optional.ofNullable(running.get(device));
    if (due && current.isEmpty()) {
      begin(device);
    } else if (!due && current.isPresent()) {
      running.remove(device);
      current.get().recorder.stop();
    }
  }

  private void begin(DeviceId device) {
    if (unfinished.size() >= MOST_AT_ONCE) {
      failed(device, TOO_MANY);
      return;
    }
    Running fresh = new Running(device);
    running.put(device, fresh);
    unfinished.add(fresh);
    fresh.recorder.start();
  }

  private void failed(DeviceId device, String reason) {
    failures.put(device, reason);
    LOG.warn("Recording of {} stopped: {}", device, reason);
    tell.accept(device, new SessionEvent.RecordingChanged(false, Optional.of(reason)));
  }

  /** A recording of a device, from its beginning until its thread has ended. */
  private final class Running implements ObserveRecording {
    private final DeviceId device;
    private final Recorder recorder;
    private boolean told;

    Running(DeviceId device) {
      this.device = device;
      this.recorder = new Recorder(ports, () -> names.apply(device), terms.format(), this);
    }

    @Override
    public void opening(RecordingName name) {
      shelf.opened(name);
    }

    @Override
    public void opened(RecordingName name) {
      synchronized (RecordingDesk.this) {
        if (!told && running.get(device) == this) {
          told = true;
          failures.remove(device);
          LOG.info("Recording {} to {}", device, name);
          tell.accept(device, new SessionEvent.RecordingChanged(true, Optional.empty()));
        }
      }
      shelf.tidy();
    }

    @Override
    public void closed(RecordingName name) {
      shelf.closed(name);
      shelf.tidy();
    }

    @Override
    public void ended(Optional<String> failure) {
      synchronized (RecordingDesk.this) {
        unfinished.remove(this);
        running.remove(device, this);
        if (failure.isPresent()) {
          failed(device, failure.get());
        } else if (told && !running.containsKey(device)) {
          tell.accept(device, new SessionEvent.RecordingChanged(false, Optional.empty()));
        }
      }
    }
  }
}
