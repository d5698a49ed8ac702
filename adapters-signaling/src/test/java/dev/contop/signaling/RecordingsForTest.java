package dev.contop.signaling;

import dev.contop.application.recording.KeepRecordings;
import dev.contop.application.recording.RecordPhones;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingStanding;
import dev.contop.domain.recording.ShownRecording;
import dev.contop.domain.recording.StoredRecording;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Recordings in memory: files by name, and what was asked for. */
final class RecordingsForTest implements RecordPhones {

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final AtomicInteger open = new AtomicInteger();

  @Override
  public RecordingStanding start(DeviceId device) {
    asked.add("start " + device);
    return new RecordingStanding(device, true, false, Optional.empty());
  }

  @Override
  public RecordingStanding stop(DeviceId device) {
    asked.add("stop " + device);
    return new RecordingStanding(device, false, false, Optional.empty());
  }

  @Override
  public List<RecordingStanding> standings() {
    return List.of();
  }

  @Override
  public List<ShownRecording> recordings() {
    return files.keySet().stream()
        .flatMap(name -> RecordingName.parse(name).stream())
        .map(
            name ->
                new ShownRecording(new StoredRecording(name, sizeOf(name), name.began()), false))
        .toList();
  }

  private int sizeOf(RecordingName name) {
    return Optional.ofNullable(files.get(name.value())).orElseThrow().length;
  }

  @Override
  public Optional<KeepRecordings.StoredBytes> read(String fileName) {
    return Optional.ofNullable(files.get(fileName)).map(Stored::new);
  }

  private final class Stored implements KeepRecordings.StoredBytes {
    private final byte[] bytes;

    Stored(byte[] bytes) {
      this.bytes = bytes;
      open.incrementAndGet();
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long position) {
      int count = (int) Math.min(into.remaining(), bytes.length - position);
      into.put(bytes, (int) position, count);
      return count > 0 ? count : -1;
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
