package dev.contop.planted.application;

import dev.contop.planted.domain.execution.AuthorizedCommand;

/** Gives itself a permit. */
public final class AuthorizesItself {
  public AuthorizedCommand permit() {
    return new AuthorizedCommand();
  }
}
