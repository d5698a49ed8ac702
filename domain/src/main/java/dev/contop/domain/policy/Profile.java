package dev.contop.domain.policy;

import java.util.Optional;

/** How much is allowed without a question. What is refused stays refused in each of them. */
public enum Profile {

  /** What looks or adds something new runs; everything else asks. */
  ASK("ask") {
    @Override
    Judgement applyTo(Judgement judgement) {
      return judgement;
    }
  },

  /** Everything asks. */
  ASK_ALWAYS("ask-always") {
    @Override
    Judgement applyTo(Judgement judgement) {
      return judgement.or(new Judgement.Asks("This computer asks before every command."));
    }
  },

  /** What looks runs; everything else is refused. */
  READ_ONLY("read-only") {
    @Override
    Judgement applyTo(Judgement judgement) {
      if (judgement instanceof Judgement.Creates creates) {
        return refused(creates.reason());
      }
      return judgement instanceof Judgement.Asks asks ? refused(asks.reason()) : judgement;
    }
  };

  private final String optionName;

  Profile(String optionName) {
    this.optionName = optionName;
  }

  abstract Judgement applyTo(Judgement judgement);

  /** Its name on the command line. */
  public String optionName() {
    return optionName;
  }

  /** The one that is called {@code optionName}. */
  public static Optional<Profile> named(String optionName) {
    for (Profile profile : values()) {
      if (profile.optionName.equals(optionName)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  private static Judgement refused(String reason) {
    String clause = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    return new Judgement.Refused(clause + ", and only what looks may run here.");
  }
}
