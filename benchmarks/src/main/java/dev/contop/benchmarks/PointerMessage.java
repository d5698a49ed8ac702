package dev.contop.benchmarks;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.wire.EnvelopeCodec;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to read one pointer move as it comes from the channel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PointerMessage {

  private static final byte[] MOVE =
      ("{\"type\":\"manual_control\",\"id\":\"5f0c7c52-1111-4222-8333-444455556666\","
              + "\"payload\":{\"action\":\"mouse_move\",\"x\":640.5,\"y\":360.25}}")
          .getBytes(StandardCharsets.UTF_8);

  private final EnvelopeCodec codec = new EnvelopeCodec();

  @Benchmark
  public Inbound read() {
    return codec.read(ChannelLabel.FAST, MOVE);
  }
}
