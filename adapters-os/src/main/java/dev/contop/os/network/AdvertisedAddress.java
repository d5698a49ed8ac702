package dev.contop.os.network;

import dev.contop.application.pairing.FindAddress;
import dev.contop.domain.pairing.PublicAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** The address that the computer's owner says is the right one; no other is told to phones. */
public final class AdvertisedAddress implements FindAddress {

  private final PublicAddress address;

  public AdvertisedAddress(PublicAddress address) {
    this.address = address;
  }

  @Override
  public String host() {
    return address.host();
  }

  @Override
  public OptionalInt port() {
    return address.port();
  }

  @Override
  public Optional<String> tailscale() {
    return Optional.empty();
  }
}
