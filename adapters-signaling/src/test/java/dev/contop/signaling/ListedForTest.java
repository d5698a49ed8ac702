package dev.contop.signaling;

import dev.contop.application.desk.OverseeSessions;
import dev.contop.application.desk.ReadAuditTail;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.application.pairing.ShowOffer;
import dev.contop.application.still.ObserveStill;
import dev.contop.application.still.TakeStill;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.session.Glance;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The uses of a loopback listener, with devices that a test puts there. Thread-safe. */
final class ListedForTest
    implements ListDevices, RevokeDevice, ShowOffer, OverseeSessions, ReadAuditTail, TakeStill {

  private static final String FOLDER = "dev/contop/signaling/testpage";

  /** Where the pages of a test are on the class path. */
  static final AdminPages PAGES = new AdminPages(FOLDER, FOLDER);

  static final Fingerprint FINGERPRINT = new Fingerprint("0f".repeat(32));
  static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  static final Instant RENEWAL = Instant.parse("2036-01-02T03:04:05Z");

  final List<DeviceStatus> devices = new CopyOnWriteArrayList<>();
  volatile Optional<PairingOffer> shown = Optional.empty();
  final RecordingsForTest recordings = new RecordingsForTest();
  volatile Optional<String> warning = Optional.empty();
  volatile Map<DeviceId, VideoFigures> figures = Map.of();
  volatile Optional<StillWish> still = Optional.empty();
  final Map<DeviceId, Glance> glances = new ConcurrentHashMap<>();

  /** What was stopped and refused, as {@code stop phone} and {@code reject phone request}. */
  final List<String> deeds = new CopyOnWriteArrayList<>();

  final List<String> audit = new CopyOnWriteArrayList<>();
  volatile boolean auditFails;

  /** Pairs by {@code pairing}; there are no devices. */
  static AdminUses pairing(PairPhone pairing) {
    return new ListedForTest().uses(pairing);
  }

  AdminUses uses(PairPhone pairing) {
    return new AdminUses(
        pairing,
        this,
        this,
        this,
        this,
        told -> new Thread(() -> told.accept(figures), "figures").start(),
        recordings,
        this,
        this,
        () -> new ConnectionInfo("192.0.2.7", 8000, Optional.empty(), FINGERPRINT, RENEWAL));
  }

  @Override
  public List<DeviceStatus> list() {
    return List.copyOf(devices);
  }

  @Override
  public Outcome revoke(DeviceId device) {
    return devices.removeIf(status -> status.device().id().equals(device))
        ? new Outcome.Revoked(warning)
        : new Outcome.NotPaired();
  }

  @Override
  public Optional<PairingOffer> newest() {
    return shown;
  }

  /** A still of three bytes from another thread; none of the best quality. */
  @Override
  public void take(StillWish wish, int atMostBytes, ObserveStill observer) {
    still = Optional.of(wish);
    if (wish.quality() == StillWish.BEST_QUALITY) {
      observer.missed(StillRefusal.NO_SCREEN);
    } else {
      ScreenSize size = new ScreenSize(1920, 1080);
      new Thread(() -> observer.taken(new Still(JPEG, Ticks.ZERO, size, size)), "still").start();
    }
  }

  @Override
  public Map<DeviceId, Glance> glances() {
    return Map.copyOf(glances);
  }

  @Override
  public boolean stop(DeviceId device) {
    deeds.add("stop " + device.value());
    return glances.containsKey(device);
  }

  @Override
  public boolean reject(DeviceId device, RequestId request) {
    deeds.add("reject " + device.value() + " " + request.value());
    return glances.containsKey(device);
  }

  @Override
  public List<String> newest(int atMost) throws IOException {
    if (auditFails) {
      throw new IOException("The disk is gone");
    }
    return audit.subList(Math.max(0, audit.size() - atMost), audit.size());
  }
}
