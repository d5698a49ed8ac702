package dev.contop.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** A rule of the house under a name of its own. */
record HouseRule(String name, ArchRule rule) {

  HouseRule {
    rule = rule.allowEmptyShould(true);
  }

  @Override
  public String toString() {
    return name;
  }
}
