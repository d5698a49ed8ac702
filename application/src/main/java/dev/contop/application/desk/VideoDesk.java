package dev.contop.application.desk;

import dev.contop.application.peer.Peer;
import dev.contop.application.session.Sessions;
import dev.contop.application.time.Schedule;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.DeviceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Measures the video of this host's sessions, when somebody asks. */
public final class VideoDesk implements MeasureVideo {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Sessions sessions;
  private final Schedule schedule;

  public VideoDesk(Sessions sessions, Schedule schedule) {
    this.sessions = sessions;
    this.schedule = schedule;
  }

  @Override
  public void measure(Consumer<Map<DeviceId, VideoFigures>> told) {
    Map<DeviceId, Peer> peers = sessions.livePeers();
    Collecting collecting = new Collecting(peers.size(), told);
    peers.forEach((device, peer) -> peer.measure(figures -> collecting.add(device, figures)));
    if (peers.isEmpty()) {
      collecting.finish();
    } else {
      schedule.after(PATIENCE, collecting::finish);
    }
  }

  /** Waits for so many, or for the end of patience. */
  private static final class Collecting {
    private final int expected;
    private final Map<DeviceId, VideoFigures> figures = new HashMap<>();
    private Optional<Consumer<Map<DeviceId, VideoFigures>>> told;

    Collecting(int expected, Consumer<Map<DeviceId, VideoFigures>> told) {
      this.expected = expected;
      this.told = Optional.of(told);
    }

    void add(DeviceId device, VideoFigures measured) {
      boolean complete;
      synchronized (this) {
        figures.put(device, measured);
        complete = figures.size() == expected;
      }
      if (complete) {
        finish();
      }
    }

    void finish() {
      Optional<Consumer<Map<DeviceId, VideoFigures>>> once;
      Map<DeviceId, VideoFigures> all;
      synchronized (this) {
        once = told;
        told = Optional.empty();
        all = Map.copyOf(figures);
      }
      once.ifPresent(consumer -> consumer.accept(all));
    }
  }
}
