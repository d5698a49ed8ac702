package dev.contop.application.recording;

import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Files that are only remembered, and fail when a test says so. Any thread. */
public final class FakeVideoFiles implements OpenVideoFile {

  /** A file, and what was put into it. */
  public static final class Written {
    private final ScreenSize size;
    private final Thread thread = Thread.currentThread();
    private final List<Long> times = new ArrayList<>();
    private final List<Byte> shades = new ArrayList<>();
    private boolean closed;

    private Written(ScreenSize size) {
      this.size = size;
    }
  }

  private final Map<RecordingName, Written> files = new LinkedHashMap<>();
  private Optional<String> refusing = Optional.empty();
  private Optional<String> breaking = Optional.empty();
  private Optional<Error> bug = Optional.empty();
  private Optional<CountDownLatch> holding = Optional.empty();
  private volatile Runnable meanwhile = () -> {};
  private int misuses;

  @Override
  public VideoFile open(RecordingName name, ScreenSize size) throws RecordingFailed {
    meanwhile.run();
    synchronized (this) {
      if (refusing.isPresent()) {
        throw new RecordingFailed(refusing.get());
      }
      Written written = new Written(size.fittedTo(1920));
      files.put(name, written);
      return new Fake(written);
    }
  }

  /** This happens while a file is being opened. */
  public void whileOpening(Runnable deed) {
    meanwhile = deed;
  }

  public synchronized void refuse(String reason) {
    refusing = Optional.of(reason);
  }

  public synchronized void fail(String reason) {
    breaking = Optional.of(reason);
  }

  public synchronized void fail(Error error) {
    bug = Optional.of(error);
  }

  /** Adding a picture takes until the latch is down. */
  public synchronized void hold(CountDownLatch latch) {
    holding = Optional.of(latch);
  }

  public synchronized List<RecordingName> names() {
    return List.copyOf(files.keySet());
  }

  public synchronized List<Long> times(RecordingName name) {
    return List.copyOf(file(name).times);
  }

  public synchronized List<Byte> shades(RecordingName name) {
    return List.copyOf(file(name).shades);
  }

  public synchronized ScreenSize size(RecordingName name) {
    return file(name).size;
  }

  public synchronized boolean areClosed() {
    return files.values().stream().allMatch(file -> file.closed);
  }

  /** How often a file was used on another thread than its own, after its end, or out of order. */
  public synchronized int misuses() {
    return misuses;
  }

  private Written file(RecordingName name) {
    return Optional.ofNullable(files.get(name)).orElseThrow();
  }

  private final class Fake implements VideoFile {
    private final Written written;

    Fake(Written written) {
      this.written = written;
    }

    @Override
    public void add(ByteBuffer pixels, int stride, Duration at) throws RecordingFailed {
      await();
      synchronized (FakeVideoFiles.this) {
        check();
        if (bug.isPresent()) {
          throw bug.get();
        }
        if (breaking.isPresent()) {
          throw new RecordingFailed(breaking.get());
        }
        List<Long> times = written.times;
        if (!times.isEmpty() && times.get(times.size() - 1) >= at.toMillis()) {
          misuses++;
        }
        times.add(at.toMillis());
        written.shades.add(pixels.get(0));
      }
    }

    private void await() {
      Optional<CountDownLatch> latch;
      synchronized (FakeVideoFiles.this) {
        latch = holding;
      }
      try {
        if (latch.isPresent()) {
          latch.get().await();
        }
      } catch (InterruptedException neverAllowed) {
        synchronized (FakeVideoFiles.this) {
          misuses++;
        }
      }
    }

    private void check() {
      if (written.closed || !Thread.currentThread().equals(written.thread)) {
        misuses++;
      }
    }

    @Override
    public void close() {
      synchronized (FakeVideoFiles.this) {
        if (!Thread.currentThread().equals(written.thread)) {
          misuses++;
        }
        written.closed = true;
      }
    }
  }
}
