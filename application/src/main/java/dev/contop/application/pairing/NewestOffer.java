package dev.contop.application.pairing;

import dev.contop.application.time.Schedule;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the newest pairing in mind, token and all, so that its code can be shown again: until it is
 * scanned, and for {@link #SHOWN_FOR} at most.
 */
public final class NewestOffer implements PairPhone, ShowOffer {

  static final Duration SHOWN_FOR = Duration.ofMinutes(10);

  private final PairPhone pairing;
  private final DeviceRegister register;
  private final Schedule schedule;

  // Guarded by this.
  private Optional<PairingOffer> newest = Optional.empty();
  private Schedule.Cancel forgetting = () -> {};

  public NewestOffer(PairPhone pairing, DeviceRegister register, Schedule schedule) {
    this.pairing = pairing;
    this.register = register;
    this.schedule = schedule;
  }

  @Override
  public PairingOffer pair(PairingRequest request) throws PairingRefused {
    PairingOffer offer = pairing.pair(request);
    synchronized (this) {
      forgetting.cancel();
      newest = Optional.of(offer);
      forgetting = schedule.after(SHOWN_FOR, this::forget);
    }
    return offer;
  }

  @Override
  public synchronized Optional<PairingOffer> newest() {
    if (newest.filter(this::isUnused).isEmpty()) {
      forget();
    }
    return newest;
  }

  private boolean isUnused(PairingOffer offer) {
    return register
        .find(offer.device())
        .filter(device -> device.pairing().expiresAt().equals(offer.expiresAt()))
        .filter(device -> !device.used())
        .isPresent();
  }

  private synchronized void forget() {
    forgetting.cancel();
    newest = Optional.empty();
  }
}
