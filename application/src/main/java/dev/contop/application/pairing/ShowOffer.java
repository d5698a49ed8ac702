package dev.contop.application.pairing;

import dev.contop.domain.pairing.PairingOffer;
import java.util.Optional;

/** Shows the newest pairing once more, as long as it may be shown (T94). Any thread. */
public interface ShowOffer {

  Optional<PairingOffer> newest();
}
