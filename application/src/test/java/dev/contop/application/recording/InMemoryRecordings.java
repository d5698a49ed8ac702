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
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the captions of recordings in memory, and no video. Any thread. */
public final class InMemoryRecordings implements KeepRecordings {

  private final Map<RecordingName, ByteArrayOutputStream> captions = new ConcurrentHashMap<>();
  private volatile Optional<String> broken = Optional.empty();

  /** From now on none can be made. */
  public void fail(String message) {
    broken = Optional.of(message);
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
