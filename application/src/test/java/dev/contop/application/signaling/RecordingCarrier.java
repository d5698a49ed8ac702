package dev.contop.application.signaling;

import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.ToPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A carrier that remembers what the phone would have got. Any thread. */
public final class RecordingCarrier implements CarryToPhone {

  private final List<ToPhone> sent = new ArrayList<>();
  private final List<CloseCode> closings = new ArrayList<>();

  private boolean trusted;

  @Override
  public synchronized void trusted() {
    trusted = true;
  }

  /** Whether the phone has shown that it may come in. */
  public synchronized boolean isTrusted() {
    return trusted;
  }

  @Override
  public synchronized void send(ToPhone message) {
    sent.add(message);
  }

  @Override
  public synchronized void close(CloseCode code, String reason) {
    closings.add(code);
  }

  public synchronized List<ToPhone> sent() {
    return List.copyOf(sent);
  }

  public synchronized <M extends ToPhone> List<M> sent(Class<M> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How it was closed, if it was. */
  public synchronized Optional<CloseCode> closed() {
    return closings.stream().findFirst();
  }

  /** How often it was asked to close. */
  public synchronized int closings() {
    return closings.size();
  }
}
