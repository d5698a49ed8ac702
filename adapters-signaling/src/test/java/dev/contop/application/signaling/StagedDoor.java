package dev.contop.application.signaling;

import dev.contop.application.pairing.PairingDeskFixture;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.signaling.Introduction;
import java.time.Duration;
import java.util.List;

/**
 * The real door, behind it tokens that are wrong in every way; for tests of a listener before it.
 * One caller at a time, as long as no failure is ever one too many.
 */
public final class StagedDoor implements AcceptPhones {

  /** A token that opens nothing, and why. */
  public record Wrong(String why, String token) {}

  private final SignalingStage stage = new SignalingStage();
  private final List<Wrong> wrong;

  public StagedDoor() {
    PairingDeskFixture pairings = stage.pairings;
    PairingOffer expired = pairings.paired("expired");
    pairings.clock.advance(Duration.ofHours(3));
    PairingOffer revoked = pairings.paired("revoked");
    pairings.desk.forget(new DeviceId("revoked"));
    PairingOffer replaced = pairings.paired("phone");
    for (int i = 0; i < 20; i++) {
      pairings.paired("phone" + (i == 0 ? "" : i));
    }
    pairings.clock.advance(Duration.ofHours(1));
    wrong =
        List.of(
            new Wrong("unknown", String.format("%043d", 9_999)),
            new Wrong("expired", expired.token().secret()),
            new Wrong("revoked", revoked.token().secret()),
            new Wrong("replaced", replaced.token().secret()));
  }

  public List<Wrong> wrong() {
    return wrong;
  }

  @Override
  public synchronized PhoneLine accept(
      Introduction introduction, CameFrom from, CarryToPhone carrier) {
    stage.sessions.clock.advance(PhoneDoor.FAILURE_EVERY);
    return stage.door.accept(introduction, from, carrier);
  }
}
