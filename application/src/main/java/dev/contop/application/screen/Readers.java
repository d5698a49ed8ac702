package dev.contop.application.screen;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who watch the screen, each in a place of its own; one that fails loses it.
 *
 * <p>They are called on the capture thread. Everything else may be called on any thread.
 */
final class Readers {

  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  private final List<Place> places = new CopyOnWriteArrayList<>();
  private final Runnable refresh;
  private final Runnable left;

  /**
   * @param refresh is called when one wants a frame although nothing changed
   * @param left is called when one has left
   */
  Readers(Runnable refresh, Runnable left) {
    this.refresh = refresh;
    this.left = left;
  }

  WatchScreen.Watching add(ReadFrames reader) {
    Place place = new Place(reader);
    places.add(place);
    return place;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  void frame(Frame frame, long capturedNanos) {
    for (Place place : places) {
      place.frame(frame, capturedNanos);
    }
  }

  /** The last frame once more. */
  void again(Frame frame, long shownNanos) {
    for (Place place : places) {
      place.again(frame, shownNanos);
    }
  }

  void unavailable(String reason) {
    places.forEach(place -> place.unavailable(reason));
  }

  /** The shortest time between two frames that any of them wants; zero when there is none. */
  Duration interval() {
    return places.stream()
        .map(Place::interval)
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** When the first of them wants the picture that is there. */
  Ticks awaits() {
    Ticks first = Ticks.NEVER;
    for (Place place : places) {
      first = Ticks.earlier(first, place.awaits());
    }
    return first;
  }

  /** Whether none of them gains anything by seeing the same picture again. */
  boolean areSharp() {
    for (Place place : places) {
      if (!place.isSharp()) {
        return false;
      }
    }
    return true;
  }

  /** One reader's place; no frame reaches the reader once it is closed. */
  private final class Place implements WatchScreen.Watching {
    private final ReadFrames reader;
    private final Entrance entrance = new Entrance();

    /** Whether it knows that the screen cannot be read; the capture thread only. */
    private boolean told;

    /** Whether it has seen a frame; the capture thread only. */
    private boolean begun;

    Place(ReadFrames reader) {
      this.reader = reader;
    }

    void frame(Frame frame, long capturedNanos) {
      told = false;
      begun = true;
      call(
          () -> {
            reader.frame(frame, capturedNanos);
            return true;
          });
    }

    void again(Frame frame, long shownNanos) {
      if (!begun || told) {
        frame(frame, shownNanos);
        return;
      }
      call(
          () -> {
            reader.again(frame, shownNanos);
            return true;
          });
    }

    /** Tells the reader once, until it has seen a frame again. */
    void unavailable(String reason) {
      if (!told) {
        told = true;
        call(
            () -> {
              reader.unavailable(reason);
              return true;
            });
      }
    }

    Duration interval() {
      return call(reader::interval).orElse(Duration.ZERO);
    }

    Ticks awaits() {
      return call(reader::awaits).orElse(Ticks.NEVER);
    }

    boolean isSharp() {
      return call(reader::isSharp).orElse(true);
    }

    /** What the reader says, unless it has left or fails. */
    private <T> Optional<T> call(Supplier<T> reader) {
      if (!entrance.enter()) {
        return Optional.empty();
      }
      try {
        return Optional.of(reader.get());
      } catch (RuntimeException | Error bug) {
        LOG.error("A reader of the screen failed and gets no more frames", bug);
        places.remove(this);
        return Optional.empty();
      } finally {
        entrance.leave();
      }
    }

    @Override
    public void refresh() {
      refresh.run();
    }

    @Override
    public void close() {
      entrance.shut();
      places.remove(this);
      left.run();
    }
  }
}
