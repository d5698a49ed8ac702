package dev.contop.domain.execution;

/** Commands as an allowing policy would give them, for tests of what runs them. */
public final class AllowedCommands {

  private AllowedCommands() {}

  public static AuthorizedCommand allowed(String line) {
    return allowed(new Command(line));
  }

  public static AuthorizedCommand allowed(Command command) {
    return new Verdict.Allowed(command).authorize();
  }
}
