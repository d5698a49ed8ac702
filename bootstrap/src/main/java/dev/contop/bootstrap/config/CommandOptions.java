package dev.contop.bootstrap.config;

import dev.contop.domain.policy.Profile;
import dev.contop.domain.policy.UserRule;
import dev.contop.domain.policy.UserRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about commands. */
@SuppressWarnings("NullAway.Init") // picocli sets them all, from a default if from nowhere else.
final class CommandOptions {

  @Option(
      names = "--approve",
      defaultValue = "ask",
      paramLabel = "PROFILE",
      description =
          "ask, ask-always or read-only (default: ask, before whatever may destroy or is not"
              + " known). read-only refuses all that does more than look.")
  private String profile;

  @Option(
      names = "--ask-for",
      split = ";",
      paramLabel = "PATTERN",
      description =
          "Ask for these commands too: a program and words among its arguments, such as"
              + " “git fetch” or “curl *internal*”; may be given several times.")
  private @Nullable List<String> asking;

  @Option(
      names = "--refuse",
      split = ";",
      paramLabel = "PATTERN",
      description = "Never run these commands; written as for --ask-for.")
  private @Nullable List<String> refusing;

  CommandSettings checked() throws StartRefused {
    Profile chosen =
        Profile.named(profile)
            .orElseThrow(
                () ->
                    new StartRefused(
                        "--approve must be ask, ask-always or read-only, not “" + profile + "”"));
    return new CommandSettings(
        chosen, new UserRules(rules("--ask-for", asking), rules("--refuse", refusing)));
  }

  private static List<UserRule> rules(String option, @Nullable List<String> patterns)
      throws StartRefused {
    List<UserRule> rules = new ArrayList<>();
    for (String pattern : patterns == null ? List.<String>of() : patterns) {
      rules.add(
          UserRule.parse(pattern)
              .orElseThrow(() -> new StartRefused(option + " needs the name of a program")));
    }
    return rules;
  }
}
