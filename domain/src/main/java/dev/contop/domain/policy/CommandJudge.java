package dev.contop.domain.policy;

/**
 * Says of a whole command text what it does: the gravest of all that may run in it.
 *
 * <p>Pure but for {@link LookAtFile}; never throws, and takes time in proportion to the text.
 */
public final class CommandJudge {

  private final Profile profile;
  private final UserRules rules;
  private final LookAtFile files;

  public CommandJudge(Profile profile, UserRules rules, LookAtFile files) {
    this.profile = profile;
    this.rules = rules;
    this.files = files;
  }

  public Judgement judge(String text) {
    return profile.applyTo(floor(text));
  }

  private Judgement floor(String text) {
    if (text.isBlank()) {
      return new Judgement.Refused("There is no command in this.");
    }
    if (Unseen.cannotBePassed(text)) {
      return new Judgement.Refused(
          Reason.sentence(text, "has a character that no program can be given"));
    }
    Judgement judgement = read(text);
    return Unseen.isIn(text)
        ? new Judgement.Asks(
                Reason.sentence(text, "has an invisible character and may not run as it reads"))
            .or(judgement)
        : judgement;
  }

  private Judgement read(String text) {
    Inspection inspection = new Inspection(files, rules, false);
    Judgement judgement = inspection.text(text);
    // Where a relative path leads is not known if the folder changes, before or after.
    return inspection.hasMoved()
        ? judgement.or(new Inspection(files, rules, true).text(text))
        : judgement;
  }
}
