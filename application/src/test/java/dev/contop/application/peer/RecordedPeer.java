package dev.contop.application.peer;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Remembers what it was told, and whether it was told two things at once. */
public final class RecordedPeer implements ObservePeer {

  public final List<String> events = new CopyOnWriteArrayList<>();
  public final List<SessionDescription> answers = new CopyOnWriteArrayList<>();
  public final List<String> refusals = new CopyOnWriteArrayList<>();
  public final List<String> messages = new CopyOnWriteArrayList<>();
  public final List<Refusal> drops = new CopyOnWriteArrayList<>();
  public final List<IceCandidate> candidates = new CopyOnWriteArrayList<>();
  public final List<Connectivity> connectivity = new CopyOnWriteArrayList<>();
  public final AtomicInteger written = new AtomicInteger();
  public final AtomicInteger overlaps = new AtomicInteger();

  private final AtomicInteger inside = new AtomicInteger();
  private volatile Consumer<IceCandidate> onCandidate = candidate -> {};

  /** Where the host's candidates go. */
  public void candidatesTo(Consumer<IceCandidate> phone) {
    onCandidate = phone;
  }

  @Override
  public void answered(SessionDescription answer) {
    told("answered", () -> answers.add(answer));
  }

  @Override
  public void refused(String reason) {
    told("refused", () -> refusals.add(reason));
  }

  @Override
  public void gathered(IceCandidate candidate) {
    told(
        "gathered",
        () -> {
          candidates.add(candidate);
          onCandidate.accept(candidate);
        });
  }

  @Override
  public void channelOpened(ChannelLabel channel) {
    told("opened " + channel, () -> {});
  }

  @Override
  public void channelClosed(ChannelLabel channel) {
    told("closed " + channel, () -> {});
  }

  @Override
  public void received(ChannelLabel channel, byte[] message) {
    told(
        "received " + channel,
        () -> messages.add(channel + " " + new String(message, StandardCharsets.UTF_8)));
  }

  @Override
  public void dropped(ChannelLabel channel, Refusal cause) {
    told("dropped " + channel, () -> drops.add(cause));
  }

  @Override
  public void connectivityChanged(Connectivity now) {
    told("connectivity " + now, () -> connectivity.add(now));
  }

  @Override
  public void written(int count) {
    told("written", () -> written.addAndGet(count));
  }

  @Override
  public void gone() {
    told("gone", () -> {});
  }

  public long count(String event) {
    return events.stream().filter(event::equals).count();
  }

  public boolean isOpen(ChannelLabel channel) {
    return events.contains("opened " + channel);
  }

  public Optional<String> last() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
  }

  private void told(String event, Runnable then) {
    if (inside.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
    }
    events.add(event);
    then.run();
    inside.decrementAndGet();
  }
}
