package dev.contop.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.desktop.Desktop;
import javax.inject.Singleton;

/** The host as it is shipped. Another component with one module exchanged is a host for tests. */
@Singleton
@Component(
    modules = {
      TimeModule.class,
      AuditModule.class,
      CommandsModule.class,
      DesktopModule.class,
      IdentityModule.class,
      PeersModule.class,
      RecordingModule.class,
      ListenersModule.class,
      RehearsalModule.class,
      SessionsModule.class
    })
public interface HostComponent extends HostParts {

  /** Makes the component from what was decided before. */
  @Component.Factory
  interface Factory {
    HostComponent create(
        IdentityModule identity, @BindsInstance HostConfig config, @BindsInstance Desktop desktop);
  }
}
