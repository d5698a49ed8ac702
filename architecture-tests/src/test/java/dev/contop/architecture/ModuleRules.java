package dev.contop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.ArrayList;
import java.util.List;

/** Who may see whom, and which library lives where. */
final class ModuleRules {

  /** A library, by its packages, and the modules that may use it. */
  private record Library(String name, List<String> packages, List<String> homes) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library(
              "Dagger",
              List.of("dagger..", "javax.inject..", "jakarta.inject.."),
              List.of("bootstrap")),
          new Library("webrtc-java", List.of("dev.onvoid.."), List.of("webrtc", "capture")),
          new Library("Undertow", List.of("io.undertow..", "org.xnio.."), List.of("signaling")),
          new Library("Moshi", List.of("com.squareup.moshi..", "okio.."), List.of("wire")),
          new Library("Humble Video", List.of("io.humble.."), List.of("capture")),
          new Library("JNA", List.of("com.sun.jna.."), List.of("capture", "os")),
          new Library("Bouncy Castle", List.of("org.bouncycastle.."), List.of("os")),
          new Library("ZXing", List.of("com.google.zxing.."), List.of("signaling")),
          new Library("picocli", List.of("picocli.."), List.of("bootstrap")),
          new Library("Logback", List.of("ch.qos.logback.."), List.of("bootstrap")));

  private ModuleRules() {}

  static List<HouseRule> of(House house) {
    List<HouseRule> rules = new ArrayList<>();
    rules.add(
        new HouseRule(
            "domain imports only java.lang, java.util and java.time",
            classes()
                .that()
                .resideInAPackage(house.room("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    house.room("domain"),
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "java.time..")));
    rules.add(
        new HouseRule(
            "application sees domain and logs, and nothing else",
            classes()
                .that()
                .resideInAPackage(house.room("application"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    house.roomsAnd(
                        List.of("domain", "application"),
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.nio",
                        "java.io",
                        "org.slf4j..",
                        "org.jspecify.."))));
    rules.add(
        new HouseRule(
            "wire sees domain alone",
            noClasses()
                .that()
                .resideInAPackage(house.room("wire"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.roomsBut("wire", "domain"))));
    for (String adapter : House.ADAPTERS) {
      rules.add(
          new HouseRule(
              adapter + " sees no other adapter",
              noClasses()
                  .that()
                  .resideInAPackage(house.room(adapter))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      house.rooms(
                          House.ADAPTERS.stream()
                              .filter(other -> !other.equals(adapter))
                              .toList()))));
    }
    rules.add(
        new HouseRule(
            "nobody sees bootstrap",
            noClasses()
                .that()
                .resideInAnyPackage(house.roomsBut("bootstrap"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(house.room("bootstrap"))));
    for (Library library : LIBRARIES) {
      rules.add(
          new HouseRule(
              library.name() + " only in " + String.join(" and ", library.homes()),
              noClasses()
                  .that()
                  .resideOutsideOfPackages(house.rooms(library.homes()))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(library.packages().toArray(String[]::new))));
    }
    return rules;
  }
}
