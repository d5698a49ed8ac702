package dev.contop.application.peer;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.View;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Peers in memory: phones of the same object are found by their offers. */
public final class FakePeers implements OpenPeer {

  private static final String MARK = "a=fake:";

  private final Executor serial;
  private final Map<String, Phone> phones = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  public final List<PeerId> opened = new CopyOnWriteArrayList<>();

  /**
   * @param serial runs everything, one after the other
   */
  public FakePeers(Executor serial) {
    this.serial = serial;
  }

  public Phone newPhone() {
    Phone phone = new Phone("phone-" + numbers.incrementAndGet());
    phones.put(phone.name, phone);
    return phone;
  }

  @Override
  public Peer open(PeerId id, ObservePeer observer) {
    opened.add(id);
    return new FakePeer(observer);
  }

  @Override
  public void expect() {
    // Nothing of these takes time.
  }

  private Optional<Phone> phoneOf(SessionDescription offer) {
    int mark = offer.sdp().indexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.ofNullable(phones.get(offer.sdp().substring(mark + MARK.length()).strip()));
  }

  private static SessionDescription description(String name) {
    return new SessionDescription("v=0\r\n" + MARK + name + "\r\n");
  }

  /** A phone that knows nothing of networks. */
  public final class Phone implements ContractPhone {
    private final String name;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Optional<FakePeer> peer = Optional.empty();

    private Phone(String name) {
      this.name = name;
    }

    @Override
    public SessionDescription offer() {
      return description(name);
    }

    @Override
    public void accept(SessionDescription answer) {
      serial.execute(() -> peer.ifPresent(FakePeer::connect));
    }

    @Override
    public void addCandidate(IceCandidate candidate) {
      // There is no network to find a way through.
    }

    @Override
    public void candidatesTo(Consumer<IceCandidate> host) {
      host.accept(IceCandidate.END);
    }

    @Override
    public void say(ChannelLabel channel, byte[] message, boolean binary) {
      serial.execute(() -> peer.ifPresent(to -> to.take(channel, message, binary)));
    }

    @Override
    public List<String> heard() {
      return heard;
    }

    @Override
    public void close() {
      serial.execute(() -> peer.ifPresent(FakePeer::lost));
    }
  }

  private final class FakePeer implements Peer {
    private final ObservePeer observer;
    private final AtomicBoolean closing = new AtomicBoolean();
    private Optional<Phone> phone = Optional.empty();
    private boolean connected;

    FakePeer(ObservePeer observer) {
      this.observer = observer;
    }

    @Override
    public void negotiate(SessionDescription offer) {
      whileOpen(
          () -> {
            Optional<Phone> from = phoneOf(offer);
            if (from.isEmpty()) {
              observer.refused("The offer is not one that this host can answer.");
              return;
            }
            phone = from;
            from.get().peer = Optional.of(this);
            observer.answered(description("host"));
            observer.gathered(IceCandidate.END);
          });
    }

    @Override
    public void addCandidate(IceCandidate candidate) {
      // There is no network to find a way through.
    }

    @Override
    public void show(View view) {
      // There is no picture.
    }

    @Override
    public void measure(Consumer<VideoFigures> told) {
      // There is no picture.
    }

    @Override
    public void send(byte[] utf8) {
      whileOpen(
          () -> {
            if (utf8.length <= Limits.RELIABLE_MESSAGE_BYTES) {
              phone.ifPresent(to -> to.heard.add(new String(utf8, StandardCharsets.UTF_8)));
            }
            observer.written(1);
          });
    }

    @Override
    public void close() {
      if (!closing.get()) {
        serial.execute(
            () -> {
              if (closing.compareAndSet(false, true)) {
                observer.gone();
              }
            });
      }
    }

    private void connect() {
      if (!closing.get() && !connected) {
        connected = true;
        observer.connectivityChanged(Connectivity.CONNECTED);
        observer.channelOpened(ChannelLabel.RELIABLE);
        observer.channelOpened(ChannelLabel.FAST);
      }
    }

    private void take(ChannelLabel channel, byte[] message, boolean binary) {
      if (closing.get()) {
        return;
      }
      if (message.length > channel.maxMessageBytes()) {
        observer.dropped(channel, Refusal.TOO_LARGE);
      } else if (binary) {
        observer.dropped(channel, Refusal.NOT_TEXT);
      } else {
        observer.received(channel, message.clone());
      }
    }

    private void lost() {
      if (!closing.get() && connected) {
        connected = false;
        observer.channelClosed(ChannelLabel.RELIABLE);
        observer.channelClosed(ChannelLabel.FAST);
      }
    }

    private void whileOpen(Runnable work) {
      serial.execute(
          () -> {
            if (!closing.get()) {
              work.run();
            }
          });
    }
  }
}
