package dev.contop.domain.execution;

/** Commands as an allowing policy would give them, for tests of what runs them. */
public final class AllowedCommands {

  private AllowedCommands() {}

  public static AuthorizedCommand allowed(String line) {
    return new Verdict.Allowed(new Command(line)).authorize();
  }
}
