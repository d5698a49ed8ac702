package dev.contop.application.pairing;

import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairedDevices;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.session.EndCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices that are paired now: kept over restarts where they are permanent, sent away when they
 * are revoked or expire, from what they do at that moment too (T8, T91, T92).
 *
 * <p>Any thread. Pairing and revoking block until it is kept; nothing else does.
 */
public final class DeviceRegister {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceRegister.class);

  private final ReadWallClock clock;
  private final DevicesAtRest rest;
  private final WakeWhenDue alarm;
  private final DismissDevice dismissal;
  private final WriteAudit audit;

  // Guarded by this.
  private PairedDevices devices;

  /**
   * Reads what was kept.
   *
   * @param writer runs what writes files in the background, one at a time
   */
  public DeviceRegister(
      KeepDevices store,
      ReadWallClock clock,
      Schedule schedule,
      Executor writer,
      DismissDevice dismissal,
      WriteAudit audit) {
    this.clock = clock;
    this.dismissal = dismissal;
    this.audit = audit;
    this.rest = new DevicesAtRest(store, schedule, writer, this::lasting);
    this.alarm = new WakeWhenDue(clock, schedule, this::expire);
    this.devices = PairedDevices.of(store.load()).at(clock.now());
    alarm.at(devices.due());
  }

  /** All devices, in the order in which they were first paired. */
  public synchronized List<Device> all() {
    return devices.at(clock.now()).all();
  }

  public synchronized Optional<Device> find(DeviceId device) {
    return devices.at(clock.now()).find(device);
  }

  /** The pairing that has that key; nothing when there is none or it has expired (T2). */
  public synchronized Optional<Pairing> recognize(TokenKey key) {
    return devices.recognize(key, clock.now());
  }

  /** Whether {@code pairing} is still its device's own and has not expired. */
  public synchronized boolean holds(Pairing pairing) {
    return devices.holds(pairing, clock.now());
  }

  /**
   * Takes in a pairing, in place of the one that its device had; whoever used that is sent away.
   *
   * @throws PairingRefused when there are too many, or it cannot be kept; nothing has changed then
   */
  public void pair(Pairing pairing, Optional<String> name) throws PairingRefused {
    expire();
    Optional<Device> before;
    synchronized (this) {
      before = devices.find(pairing.device());
      if (devices.isFullFor(pairing.device())) {
        throw new PairingRefused(
            "Too many phones are paired; revoke some, or wait until some have expired.");
      }
      become(devices.paired(pairing, name));
    }
    if (lasts(pairing) || before.filter(device -> lasts(device.pairing())).isPresent()) {
      try {
        rest.save();
      } catch (NotKept failed) {
        restore(pairing, before);
        throw new PairingRefused("No phone is paired now. " + failed.reason());
      }
    }
    before.ifPresent(device -> dismissal.dismiss(device.id(), EndCause.REPAIRED));
  }

  /** Takes back a pairing that nobody has seen. */
  public void takeBack(DeviceId device) {
    try {
      if (remove(device)) {
        rest.save();
      }
    } catch (NotKept failed) {
      LOG.warn("A pairing that was taken back is still in the file: {}", failed.reason());
    }
  }

  /**
   * Takes back a pairing: nothing of it works when this returns or throws.
   *
   * @return whether there was one
   * @throws NotKept when the next start of the host would find it again
   */
  public boolean revoke(DeviceId device, EndCause cause) throws NotKept {
    boolean there = remove(device);
    if (there) {
      dismissal.dismiss(device, cause);
      rest.save();
    } else {
      // An earlier revocation may not have reached the file.
      rest.saveIfBehind();
    }
    return there;
  }

  /** Notes what is known of a device, if it is still paired. */
  public void note(DeviceId device, UnaryOperator<Device> change) {
    boolean lasts;
    synchronized (this) {
      Optional<Device> known = devices.find(device);
      if (known.isEmpty()) {
        return;
      }
      become(devices.with(change.apply(known.get())));
      lasts = lasts(known.get().pairing());
    }
    if (lasts) {
      rest.saveSoon();
    }
  }

  /** Keeps what is not kept yet; blocks. */
  public void flush() {
    rest.flush();
  }

  private synchronized List<Device> lasting() {
    return devices.lasting();
  }

  /** Under the lock: the devices, and when the next of them changes by the mere passing of time. */
  private void become(PairedDevices next) {
    devices = next;
    alarm.at(next.due());
  }

  private void expire() {
    Instant now = clock.now();
    List<Device> gone;
    boolean changed;
    synchronized (this) {
      gone = devices.expired(now);
      PairedDevices left = devices.at(now);
      changed = !left.lasting().equals(devices.lasting());
      become(left);
    }
    for (Device device : gone) {
      dismissal.dismiss(device.id(), EndCause.PAIRING_EXPIRED);
      audit.write(new AuditEntry.PairingExpired(), About.device(device.id()), new Told());
    }
    if (changed) {
      rest.saveNext();
    }
  }

  private synchronized void restore(Pairing taken, Optional<Device> before) {
    if (devices.holds(taken, clock.now())) {
      become(before.map(devices::with).orElseGet(() -> devices.without(taken.device())));
    }
  }

  private synchronized boolean remove(DeviceId device) {
    boolean there = devices.find(device).isPresent();
    become(devices.without(device));
    return there;
  }

  private static boolean lasts(Pairing pairing) {
    return pairing.connection() == ConnectionType.PERMANENT;
  }

  /** Says in the log when the audit log lacks an expiry. */
  private static final class Told implements ObserveAudit {
    @Override
    public void written() {}

    @Override
    public void failed(String reason) {
      LOG.warn("The audit log lacks that a pairing expired. {}", reason);
    }
  }
}
