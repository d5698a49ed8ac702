package dev.contop.signaling;

import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.signaling.PhoneLine;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.TokenBucket;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import dev.contop.wire.SignalingCodec;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.xnio.XnioExecutor;

/**
 * One signaling socket: what the I/O thread hears is handed on to a worker, in order and bounded.
 *
 * <p>The methods below are called on the socket's I/O thread and return at once.
 */
final class PhoneSocket {

  /** The line before the phone was accepted, and of one whose accepting failed. */
  private static final PhoneLine DEAF =
      new PhoneLine() {
        @Override
        public void received(FromPhone message) {}

        @Override
        public void closed() {}
      };

  private final SignalingCodec codec;
  private final SocketCarrier carrier;
  private final ReadTicks clock;
  private final SerialQueue queue;
  private final IdleAlarm silence;

  /** How often the phone may still speak; I/O thread only. */
  private TokenBucket allowance;

  /** Whether the phone said something after which nothing else counts (T11); I/O thread only. */
  private boolean spent;

  /** Touched by the tasks of the queue only. */
  private PhoneLine line = DEAF;

  PhoneSocket(
      SignalingCodec codec,
      SocketCarrier carrier,
      PublicLimits limits,
      ReadTicks clock,
      Executor workers,
      XnioExecutor ioThread) {
    this.codec = codec;
    this.carrier = carrier;
    this.clock = clock;
    queue =
        new SerialQueue(workers, limits.waitingMessages(), limits.waitingBytes(), carrier::failed);
    allowance = TokenBucket.full(limits.messageBurst(), limits.messageInterval(), clock.now());
    silence =
        new IdleAlarm(
            ioThread,
            clock,
            limits.idle(),
            () -> carrier.close(CloseCode.GOING_AWAY, "nothing was heard for too long"));
  }

  /**
   * @param listen is called when the phone may be heard
   */
  void opened(AcceptPhones phones, Introduction introduction, CameFrom from, Runnable listen) {
    queue.offer(
        0,
        () -> {
          try {
            line = phones.accept(introduction, from, carrier);
          } finally {
            listen.run();
          }
        });
  }

  void heard(String text) {
    if (mayGoOn()) {
      hand(text.length(), () -> codec.read(text));
    }
  }

  /** A message that is not even read: too long, or not text. */
  void refused(FromPhone.Malformed message) {
    if (mayGoOn()) {
      spent = true;
      hand(0, () -> message);
    }
  }

  void pinged(byte[] content) {
    if (mayGoOn()) {
      carrier.pong(content);
    }
  }

  void ponged() {
    mayGoOn();
  }

  /** The phone closes; {@code content} is that of its close frame. */
  void hungUp(byte[] content) {
    carrier.answerClose(content);
  }

  /** What came cannot be read on from; Undertow has said so to the phone where it can. */
  void broken() {
    carrier.cutSoon();
  }

  /** Nothing the phone still sends is of interest. */
  boolean isSpent() {
    return spent || carrier.isClosed();
  }

  /** The connection is gone; {@code last} runs when the line knows. */
  void gone(Runnable last) {
    silence.stop();
    carrier.gone();
    queue.finish(
        () -> {
          try {
            line.closed();
          } finally {
            last.run();
          }
        });
  }

  /** The connection is gone, and no line ever knew of it. */
  void neverOpened() {
    silence.stop();
    carrier.gone();
  }

  SocketCarrier carrier() {
    return carrier;
  }

  private boolean mayGoOn() {
    if (isSpent()) {
      return false;
    }
    allowance = allowance.at(clock.now());
    if (allowance.isEmpty()) {
      carrier.close(CloseCode.POLICY, "too many messages a second");
      return false;
    }
    allowance = allowance.take();
    silence.heard();
    return true;
  }

  private void hand(int weight, Supplier<FromPhone> message) {
    boolean taken =
        queue.offer(
            weight,
            () -> {
              // What came before the host closed, but after the message that made it close, is
              // void.
              if (!carrier.closedHere()) {
                line.received(message.get());
              }
            });
    if (!taken) {
      carrier.close(CloseCode.POLICY, "too many messages waiting");
    }
  }
}
