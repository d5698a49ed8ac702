package dev.contop.signaling;

import dev.contop.application.signaling.AcceptPhones;
import dev.contop.domain.door.OriginRule;
import dev.contop.domain.limits.Ticks;
import dev.contop.wire.SignalingCodec;
import java.time.Duration;

/** A public listener on a free port, for the length of a test. */
record Listening(PublicListener listener, int port) implements AutoCloseable {

  static final String PAGE = "dev/contop/signaling/testpage";

  static Listening with(AcceptPhones phones) throws StartFailed {
    return with(phones, PublicLimits.standard());
  }

  static Listening with(AcceptPhones phones, PublicLimits limits) throws StartFailed {
    long origin = System.nanoTime();
    PublicListener listener =
        new PublicListener(
            "127.0.0.1",
            0,
            PAGE,
            phones,
            new SignalingCodec(),
            () -> new Ticks(System.nanoTime() - origin),
            limits,
            OriginRule.OWN_ONLY);
    listener.start();
    return new Listening(listener, listener.port());
  }

  static Limit limits() {
    return new Limit();
  }

  /** The standard limits with some of them tightened. */
  static final class Limit {
    private int connections = 512;
    private Duration requestWithin = Duration.ofSeconds(10);
    private int perBlock = 64;
    private int burst = 200;
    private int waiting = 256;
    private int unsent = 1024 * 1024;
    private Duration idle = Duration.ofMinutes(2);

    Limit requestWithin(Duration time) {
      requestWithin = time;
      return this;
    }

    Limit connections(int count, int each) {
      connections = count;
      perBlock = each;
      return this;
    }

    Limit burst(int messages) {
      burst = messages;
      return this;
    }

    Limit waiting(int messages) {
      waiting = messages;
      return this;
    }

    Limit unsent(int bytes) {
      unsent = bytes;
      return this;
    }

    Limit idle(Duration silence) {
      idle = silence;
      return this;
    }

    PublicLimits build() {
      PublicLimits standard = PublicLimits.standard();
      return new PublicLimits(
          connections,
          perBlock,
          requestWithin,
          standard.messageBytes(),
          burst,
          standard.messageInterval(),
          waiting,
          standard.waitingBytes(),
          unsent,
          idle,
          Duration.ofMillis(500));
    }
  }

  @Override
  public void close() {
    listener.stop();
  }
}
