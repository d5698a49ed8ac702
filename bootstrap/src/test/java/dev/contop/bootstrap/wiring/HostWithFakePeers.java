package dev.contop.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.desktop.Desktop;
import javax.inject.Singleton;

/** The host as it is shipped, with the module of its WebRTC connections exchanged. */
@Singleton
@Component(
    modules = {
      TimeModule.class,
      AuditModule.class,
      CommandsModule.class,
      DesktopModule.class,
      IdentityModule.class,
      Fakes.PeersModule.class,
      ListenersModule.class,
      Fakes.RehearsalModule.class,
      RecordingModule.class,
      SessionsModule.class
    })
interface HostWithFakePeers extends HostParts {

  @Component.Factory
  interface Factory {
    HostWithFakePeers create(
        IdentityModule identity,
        Fakes.PeersModule peers,
        @BindsInstance HostConfig config,
        @BindsInstance Desktop desktop);
  }
}
