package dev.contop.benchmarks;

import dev.contop.domain.signaling.FromPhone;
import dev.contop.wire.SignalingCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to read an offer as large as browsers send them, 8 KB, as it comes from the socket.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignalingMessage {

  private static final String OFFER =
      "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\no=- 86 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\n"
          + "a=rtcp-fb:96 goog-remb\\r\\na=fmtp:97 apt=96;level=4.1\\r\\n".repeat(150)
          + "\",\"device_name\":\"Ada’s phone\"}";

  private final SignalingCodec codec = new SignalingCodec();

  /** A message that is refused would be a quick one to read. */
  @Setup
  public void check() {
    if (!(read() instanceof FromPhone.Offer)) {
      throw new IllegalStateException("Not read as an offer");
    }
  }

  @Benchmark
  public FromPhone read() {
    return codec.read(OFFER);
  }
}
