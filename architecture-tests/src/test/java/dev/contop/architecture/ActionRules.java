package dev.contop.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;

/** Who may run commands, make threads, read clocks, queue without a bound, and print. */
final class ActionRules {

  /** What only an allowing verdict or an approval makes; each is made in its own package alone. */
  private static final String PERMITS =
      "(AuthorizedCommand|Approval|Verdict\\$Allowed|Verdict\\$NeedsConfirmation)";

  private static final Set<String> TIMES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime");

  private static final Set<String> MAKERS_OF_THREADS =
      Set.of(
          "java.lang.Thread",
          "java.util.Timer",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ForkJoinPool");

  private static final Set<String> CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> NEVER_BOUNDED =
      Set.of(
          "java.util.concurrent.ConcurrentLinkedQueue",
          "java.util.concurrent.ConcurrentLinkedDeque",
          "java.util.concurrent.PriorityBlockingQueue",
          "java.util.concurrent.DelayQueue",
          "java.util.concurrent.LinkedTransferQueue");

  private static final Set<String> BOUNDED_BY_A_NUMBER =
      Set.of(
          "java.util.concurrent.LinkedBlockingQueue", "java.util.concurrent.LinkedBlockingDeque");

  private ActionRules() {}

  static List<HouseRule> of(House house) {
    String[] pure = house.rooms(List.of("domain", "application"));
    return List.of(
        new HouseRule(
            "approvals are made in their own package alone",
            noClasses()
                .that()
                .resideOutsideOfPackage(house.only("domain.confirmation"))
                .should(
                    callConstructorWhere(
                        target(
                            owner(
                                resideInAPackage(house.room("domain")).and(named("Approval"))))))),
        new HouseRule(
            "permits to run are made in their own package alone",
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    house.only("domain.execution"), house.only("domain.confirmation"))
                .should(
                    callConstructorWhere(
                        target(
                            owner(resideInAPackage(house.room("domain")).and(named(PERMITS))))))),
        new HouseRule(
            "permits to run have no constructor that others see",
            constructors()
                .that()
                .areDeclaredInClassesThat(
                    resideInAPackage(house.room("domain")).and(named(PERMITS)))
                .should()
                .bePackagePrivate()
                .orShould()
                .bePrivate()),
        new HouseRule(
            "processes are started in os.process alone",
            noClasses()
                .that()
                .resideOutsideOfPackage(house.room("os.process"))
                .should(
                    callConstructorWhere(target(owner(assignableTo(ProcessBuilder.class))))
                        .or(method(ProcessBuilder.class.getName(), "start.*"))
                        .or(method("java.lang.Runtime", "exec")))),
        new HouseRule(
            "domain and application read no clock",
            noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should(
                    method("java.lang.System", "currentTimeMillis|nanoTime")
                        .or(callMethodWhere(target(owner(oneOf(TIMES))).and(calls("now"))))
                        .or(method("java.time.Clock", "system.*|tick.*")))),
        new HouseRule(
            "domain and application make no thread",
            noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should(
                    callConstructorWhere(target(owner(oneOf(MAKERS_OF_THREADS))))
                        .or(method("java.util.concurrent.Executors", "new.*"))
                        .or(method("java.util.concurrent.ForkJoinPool", "commonPool"))
                        .or(method("java.util.concurrent.CompletableFuture", ".*Async"))
                        .or(callMethodWhere(calls("parallelStream|parallel"))))),
        new HouseRule(
            "domain and application draw nothing by chance",
            noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should(
                    callConstructorWhere(target(owner(oneOf(CHANCE))))
                        .or(callMethodWhere(target(owner(oneOf(CHANCE)))))
                        .or(method("java.lang.Math", "random"))
                        .or(method("java.util.UUID", "randomUUID")))),
        new HouseRule(
            "no queue and no pool without a bound",
            noClasses()
                .should(
                    // Its fixed pools queue without a bound, its others grow without one.
                    method("java.util.concurrent.Executors", "new.*")
                        .or(callConstructorWhere(target(owner(oneOf(NEVER_BOUNDED)))))
                        .or(
                            callConstructorWhere(
                                target(owner(oneOf(BOUNDED_BY_A_NUMBER)))
                                    .and(withoutACapacity()))))),
        new HouseRule(
            "only bootstrap prints",
            noClasses()
                .that()
                .resideOutsideOfPackage(house.room("bootstrap"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould(callMethodWhere(calls("printStackTrace")))),
        new HouseRule(
            "the native edge alone implements what the library calls",
            noClasses()
                .that(DescribedPredicate.not(nameMatching(".*\\.NativeEdge(\\$.*)?")))
                .should()
                .implement(resideInAPackage("dev.onvoid.."))));
  }

  private static ArchCondition<JavaClass> method(String owner, String names) {
    return callMethodWhere(target(owner(oneOf(Set.of(owner)))).and(calls(names)));
  }

  private static DescribedPredicate<JavaCall<?>> calls(String names) {
    return DescribedPredicate.describe(
        "calls " + names, call -> call.getTarget().getName().matches(names));
  }

  private static DescribedPredicate<JavaClass> oneOf(Set<String> names) {
    return DescribedPredicate.describe(
        "is one of " + names, type -> names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return DescribedPredicate.describe(
        "is named " + pattern,
        type -> type.getName().substring(type.getPackageName().length() + 1).matches(pattern));
  }

  private static DescribedPredicate<JavaCall<?>> withoutACapacity() {
    return DescribedPredicate.describe(
        "without a capacity",
        call ->
            call.getTarget().getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isEquivalentTo(int.class)));
  }
}
