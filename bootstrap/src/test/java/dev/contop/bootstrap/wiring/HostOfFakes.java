package dev.contop.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.desktop.Desktop;
import javax.inject.Singleton;

/** The whole host with every adapter exchanged: only the rules and the loop are real. */
@Singleton
@Component(
    modules = {
      TimeModule.class,
      Fakes.AuditModule.class,
      Fakes.CommandsModule.class,
      Fakes.DesktopModule.class,
      IdentityModule.class,
      Fakes.PeersModule.class,
      Fakes.ListenersModule.class,
      Fakes.RehearsalModule.class,
      RecordingModule.class,
      SessionsModule.class
    })
interface HostOfFakes extends HostParts {

  Fakes.Doors doors();

  @Component.Factory
  interface Factory {
    HostOfFakes create(
        IdentityModule identity,
        Fakes.AuditModule audit,
        Fakes.CommandsModule commands,
        Fakes.DesktopModule desktop,
        Fakes.PeersModule peers,
        @BindsInstance HostConfig config,
        @BindsInstance Desktop chosen);
  }
}
