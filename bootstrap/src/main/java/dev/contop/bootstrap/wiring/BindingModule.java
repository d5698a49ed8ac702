package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.pairing.DeriveTokenKey;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.MakeTokens;
import dev.contop.application.signaling.DoorTerms;
import dev.contop.application.time.Schedule;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.os.pairing.JdkHmac;
import dev.contop.os.time.RandomNonces;
import javax.inject.Singleton;

/** How phones prove who they are, and what they are told before (T80, T96). */
@Module
public final class BindingModule {

  private BindingModule() {}

  @Provides
  @Singleton
  static DoorTerms doorTerms(
      HostConfig config,
      HostIdentity identity,
      MakeTokens tokens,
      DeriveTokenKey keys,
      Schedule schedule) {
    return new DoorTerms(
        config.tokens(),
        new RandomNonces(),
        new JdkHmac(),
        identity.fingerprint(),
        keys.derive(tokens.make()),
        config.door().handshakeWithin(),
        config.iceServers(),
        schedule);
  }
}
