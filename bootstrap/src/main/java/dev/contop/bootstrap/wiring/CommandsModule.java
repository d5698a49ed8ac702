package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.command.RunCommand;
import dev.contop.os.process.ShellCommands;
import java.nio.file.Path;
import javax.inject.Singleton;

/** Real processes. */
@Module
public final class CommandsModule {

  private CommandsModule() {}

  @Provides
  @Singleton
  static ShellCommands shellCommands() {
    return new ShellCommands(Path.of(System.getProperty("user.home", "/")), System.getenv());
  }

  @Provides
  static RunCommand runCommand(ShellCommands commands) {
    return commands;
  }

  @Provides
  static HostParts.Commands commands(ShellCommands commands) {
    return commands::close;
  }
}
