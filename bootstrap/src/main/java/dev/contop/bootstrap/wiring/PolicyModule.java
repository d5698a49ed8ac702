package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.bootstrap.config.CommandSettings;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.execution.ShellCommandPolicy;
import dev.contop.domain.policy.CommandJudge;
import dev.contop.domain.policy.LookAtFile;
import dev.contop.os.look.LocalFiles;
import java.nio.file.Path;

/** Which commands may run. */
@Module
public abstract class PolicyModule {

  private PolicyModule() {}

  /** Looks from the folder in which commands run. */
  @Provides
  static LookAtFile files() {
    return new LocalFiles(Path.of(System.getProperty("user.home", "/")));
  }

  @Provides
  static CommandPolicy policy(HostConfig config, LookAtFile files) {
    CommandSettings commands = config.commands();
    return new ShellCommandPolicy(new CommandJudge(commands.profile(), commands.rules(), files));
  }
}
