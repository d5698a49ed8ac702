package dev.contop.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.contop.application.command.RunCommand;
import dev.contop.bootstrap.desktop.Desktop;
import dev.contop.os.process.ShellCommands;
import java.nio.file.Path;
import javax.inject.Singleton;

/** Real processes. */
@Module
public abstract class CommandsModule {

  private CommandsModule() {}

  @Provides
  @Singleton
  static ShellCommands shellCommands(Desktop desktop) {
    return new ShellCommands(Path.of(System.getProperty("user.home", "/")), desktop.environment());
  }

  @Binds
  abstract RunCommand runCommand(ShellCommands commands);

  @Provides
  static HostParts.Commands commands(ShellCommands commands) {
    return commands::close;
  }
}
