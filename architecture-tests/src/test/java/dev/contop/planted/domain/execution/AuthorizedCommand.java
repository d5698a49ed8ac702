package dev.contop.planted.domain.execution;

/** A permit whose constructor anybody can call. */
public final class AuthorizedCommand {
  public AuthorizedCommand() {}
}
