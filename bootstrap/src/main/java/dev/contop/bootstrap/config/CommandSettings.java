package dev.contop.bootstrap.config;

import dev.contop.domain.policy.Profile;
import dev.contop.domain.policy.UserRules;

/** Which commands ask before they run, and which never run. */
public record CommandSettings(Profile profile, UserRules rules) {

  public static CommandSettings standard() {
    return new CommandSettings(Profile.ASK, UserRules.NONE);
  }
}
