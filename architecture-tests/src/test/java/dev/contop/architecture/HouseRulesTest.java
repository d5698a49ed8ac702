package dev.contop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.contop.planted.Violations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold in the house, and each of them would notice if it did not. */
class HouseRulesTest {

  private static final JavaClasses REAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/dev/contop/planted/"))
          .withImportOption(location -> !location.contains("/dev/contop/architecture/"))
          .importPackages(House.REAL.root());

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(House.PLANTED.root());

  static List<HouseRule> rulesOfTheHouse() {
    return rules(House.REAL);
  }

  static List<HouseRule> rulesOfThePlantedHouse() {
    return rules(House.PLANTED);
  }

  static List<String> modules() {
    return House.MODULES;
  }

  private static List<HouseRule> rules(House house) {
    return Stream.of(ModuleRules.of(house), ActionRules.of(house), NameRules.of(house))
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rulesOfTheHouse")
  void shouldHold(HouseRule rule) {
    assertThat(rule.rule().evaluate(REAL).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesOfThePlantedHouse")
  void shouldNoticeEveryPlantedViolationAndNothingElse(HouseRule rule) {
    // Given
    List<Class<?>> planted = Violations.BY_RULE.getOrDefault(rule.name(), List.of());
    assertThat(planted).as("what shows that the rule works").isNotEmpty();

    // When
    EvaluationResult result = rule.rule().evaluate(PLANTED);

    // Then
    List<String> details = result.getFailureReport().getDetails();
    assertThat(planted)
        .allSatisfy(
            violating -> assertThat(details).anyMatch(line -> line.contains(violating.getName())));
    assertThat(details)
        .allSatisfy(
            line ->
                assertThat(planted)
                    .as("who may be named in: %s", line)
                    .anyMatch(violating -> line.contains(violating.getName())));
  }

  @Test
  void shouldProveNoRuleThatDoesNotExist() {
    assertThat(rulesOfThePlantedHouse())
        .extracting(HouseRule::name)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Violations.BY_RULE.keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void shouldHaveLookedAtEveryModule(String module) {
    String inside = House.REAL.only(module) + ".";
    assertThat(REAL.stream().filter(type -> (type.getPackageName() + ".").startsWith(inside)))
        .as("classes of %s", module)
        .hasSizeGreaterThan(3);
  }

  @Test
  void shouldNotHaveTakenTheViolationsForTheHouse() {
    assertThat(REAL.stream())
        .noneMatch(type -> type.getPackageName().startsWith(House.PLANTED.root()));
  }
}
