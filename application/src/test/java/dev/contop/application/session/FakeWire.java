package dev.contop.application.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire without JSON: messages travel as numbers that it remembers the meaning of. Any thread. */
public final class FakeWire implements DecodeMessage, EncodeMessage {

  private static final MessageId ID = new MessageId(new UUID(0x4000L, Long.MIN_VALUE));

  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, PhoneMessage> fromPhone = new ConcurrentHashMap<>();
  private final Map<String, Envelope> toPhone = new ConcurrentHashMap<>();
  private volatile boolean broken;

  /** The bytes that will be read as {@code message}. */
  public byte[] bytesOf(PhoneMessage message) {
    String number = "p" + numbers.incrementAndGet();
    fromPhone.put(number, message);
    return number.getBytes(UTF_8);
  }

  /** What was written as {@code bytes}. */
  public Envelope meaningOf(byte[] bytes) {
    Envelope envelope = toPhone.get(new String(bytes, UTF_8));
    if (envelope == null) {
      throw new IllegalArgumentException("Nothing was written so");
    }
    return envelope;
  }

  /** From now on it throws, as only a bug would. */
  public void breakDown() {
    broken = true;
  }

  @Override
  public Inbound decode(ChannelLabel channel, byte[] utf8) {
    PhoneMessage message = fromPhone.get(new String(utf8, UTF_8));
    return message == null
        ? new Inbound.Rejected(Refusal.MALFORMED, Optional.empty())
        : new Inbound.Accepted(ID, message);
  }

  @Override
  public byte[] encode(Envelope envelope) {
    if (broken) {
      throw new IllegalStateException("planted");
    }
    String number = "h" + numbers.incrementAndGet();
    toPhone.put(number, envelope);
    return number.getBytes(UTF_8);
  }
}
