package dev.contop.application.recording;

import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.StoredRecording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the captions of recordings in memory, and no video. Any thread. */
public final class InMemoryRecordings implements KeepRecordings {

  private final Map<RecordingName, ByteArrayOutputStream> captions = new ConcurrentHashMap<>();
  private final AtomicInteger looks = new AtomicInteger();
  private volatile Optional<String> broken = Optional.empty();
  private volatile OptionalLong room = OptionalLong.of(Long.MAX_VALUE);

  /** From now on none can be made. */
  public void fail(String message) {
    broken = Optional.of(message);
  }

  /** From now on so many bytes can be written yet. */
  public void leave(long bytes) {
    room = OptionalLong.of(bytes);
  }

  /** From now on nobody can say how much room there is. */
  public void hideRoom() {
    room = OptionalLong.empty();
  }

  /** How often somebody asked how much room there is. */
  public int looks() {
    return looks.get();
  }

  public String captions(RecordingName name) {
    return Optional.ofNullable(captions.get(name)).orElseThrow().toString(StandardCharsets.UTF_8);
  }

  @Override
  public WriteCaptions make(RecordingName name) throws IOException {
    if (broken.isPresent()) {
      throw new IOException(broken.get());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (captions.putIfAbsent(name, bytes) != null) {
      throw new IOException("There is one of that name");
    }
    return new WriteCaptions() {
      @Override
      public void append(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<StoredRecording> list() {
    return captions.entrySet().stream()
        .map(one -> new StoredRecording(one.getKey(), one.getValue().size(), Instant.EPOCH))
        .sorted(Comparator.comparing((StoredRecording one) -> one.name().began()).reversed())
        .toList();
  }

  @Override
  public long room() throws IOException {
    looks.incrementAndGet();
    return room.orElseThrow(() -> new IOException("Nobody knows"));
  }

  @Override
  public void remove(RecordingName name) {
    captions.remove(name);
  }

  @Override
  public Optional<StoredBytes> read(RecordingName name, boolean captioned) {
    return Optional.ofNullable(captions.get(name)).map(Stored::new);
  }

  private record Stored(ByteArrayOutputStream bytes) implements StoredBytes {
    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public int read(ByteBuffer into, long position) {
      byte[] all = bytes.toByteArray();
      if (position >= all.length) {
        return -1;
      }
      int count = (int) Math.min(into.remaining(), all.length - position);
      into.put(all, (int) position, count);
      return count;
    }

    @Override
    public void close() {}
  }
}
