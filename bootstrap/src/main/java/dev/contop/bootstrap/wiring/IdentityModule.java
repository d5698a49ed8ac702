package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.pairing.DeriveTokenKey;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.MakeTokens;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.domain.confirmation.HashBytes;
import dev.contop.os.identity.JdkHash;
import dev.contop.os.network.AdvertisedAddress;
import dev.contop.os.network.OutwardAddress;
import dev.contop.os.pairing.HmacTokenKeys;
import dev.contop.os.pairing.RandomTokens;

/** Who this host is, and the secrets that it hands out. */
@Module
public final class IdentityModule {

  private final HostIdentity identity;

  /**
   * @param identity as it was read and checked before anything was wired
   */
  public IdentityModule(HostIdentity identity) {
    this.identity = identity;
  }

  @Provides
  HostIdentity identity() {
    return identity;
  }

  @Provides
  static MakeTokens tokens() {
    return new RandomTokens();
  }

  @Provides
  static DeriveTokenKey keys() {
    return new HmacTokenKeys();
  }

  @Provides
  static HashBytes hash() {
    return new JdkHash();
  }

  @Provides
  static FindAddress address(HostConfig config) {
    return config
        .advertised()
        .<FindAddress>map(AdvertisedAddress::new)
        .orElseGet(() -> new OutwardAddress(config.bind()));
  }
}
