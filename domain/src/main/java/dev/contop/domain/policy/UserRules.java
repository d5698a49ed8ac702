package dev.contop.domain.policy;

import java.util.List;

/**
 * What a user wants asked or refused beside what always is. There is no rule that allows.
 *
 * @param asking commands that ask
 * @param refusing commands that never run
 */
public record UserRules(List<UserRule> asking, List<UserRule> refusing) {

  public static final UserRules NONE = new UserRules(List.of(), List.of());

  public UserRules {
    asking = List.copyOf(asking);
    refusing = List.copyOf(refusing);
  }

  Judgement judge(Call call) {
    Judgement judgement = Judgement.harmless();
    for (UserRule rule : refusing) {
      judgement =
          judgement.or(
              switch (rule.match(call)) {
                case YES -> call.refused("is refused by the rule “" + shown(rule) + "”");
                case MAYBE -> maybe(call, rule);
                case NO -> Judgement.harmless();
              });
    }
    for (UserRule rule : asking) {
      judgement =
          judgement.or(
              switch (rule.match(call)) {
                case YES -> call.asks("asks by the rule “" + shown(rule) + "”");
                case MAYBE -> maybe(call, rule);
                case NO -> Judgement.harmless();
              });
    }
    return judgement;
  }

  private static Judgement maybe(Call call, UserRule rule) {
    return call.asks("may be what the rule “" + shown(rule) + "” is about");
  }

  private static String shown(UserRule rule) {
    return Reason.shown(rule.pattern());
  }
}
