package dev.contop.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;

/** Names say what a thing does. */
final class NameRules {

  private static final String MADE_BY_DAGGER = ".*\\.Dagger[A-Z][A-Za-z]*Component(\\$.*)?";

  private NameRules() {}

  static List<HouseRule> of(House house) {
    return List.of(
        new HouseRule(
            "no class is named for nothing in particular",
            noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .and(DescribedPredicate.not(nameMatching(MADE_BY_DAGGER)))
                .should()
                .haveSimpleNameStartingWith("Abstract")
                .orShould(
                    ArchConditions.have(
                        DescribedPredicate.describe(
                            "a name that says nothing",
                            type ->
                                type.getSimpleName()
                                    .matches(".*(Manager|Utils?|Helper|Impl|Service|Data)"))))),
        new HouseRule(
            "no method is called get something",
            methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.root() + "..")
                .and(
                    DescribedPredicate.describe(
                        "is not asked for by a library", method -> !isInherited(method)))
                .should(notBeCalledGet())));
  }

  private static ArchCondition<JavaMethod> notBeCalledGet() {
    return ArchConditions.not(
        ArchConditions.have(
            DescribedPredicate.<JavaMethod>describe(
                "a get prefix", method -> method.getName().matches("get[A-Z].*"))));
  }

  private static boolean isInherited(JavaMethod method) {
    return method.getOwner().getAllRawSuperclasses().stream()
            .anyMatch(type -> declares(type, method))
        || method.getOwner().getAllRawInterfaces().stream()
            .anyMatch(type -> declares(type, method));
  }

  private static boolean declares(JavaClass type, JavaMethod method) {
    return type.getMethods().stream().anyMatch(one -> one.getName().equals(method.getName()));
  }
}
