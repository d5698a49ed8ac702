package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that run what they are told in a language of their own. */
final class Interpreters {

  /** Those whose {@code -version} is one option, and not several letters. */
  private static final Set<String> LONG_OPTIONS = Set.of("ant", "java", "javac", "scala");

  static final Map<String, Program> TABLE =
      new Table()
          .with(
              Interpreters::shell,
              "sh",
              "bash",
              "dash",
              "zsh",
              "ksh",
              "ash",
              "mksh",
              "fish",
              "csh",
              "tcsh",
              "rbash",
              "su",
              "runuser")
          .with(
              Interpreters::language,
              "python",
              "python2",
              "python3",
              "pypy",
              "pypy3",
              "perl",
              "ruby",
              "irb",
              "node",
              "nodejs",
              "deno",
              "bun",
              "php",
              "lua",
              "luajit",
              "tclsh",
              "wish",
              "expect",
              "Rscript",
              "R",
              "julia",
              "java",
              "javac",
              "groovy",
              "scala",
              "kotlin",
              "go",
              "rustc",
              "gcc",
              "g++",
              "cc",
              "clang",
              "ghc",
              "ocaml",
              "erl",
              "elixir",
              "swift",
              "dotnet",
              "osascript",
              "bc",
              "dc",
              "m4")
          .with(
              Interpreters::language,
              "make",
              "gmake",
              "cmake",
              "ninja",
              "meson",
              "mvn",
              "gradle",
              "ant",
              "bazel",
              "rake",
              "just",
              "tox",
              "pytest")
          .asking("runs commands later", "at", "batch", "anacron")
          .done();

  private Interpreters() {}

  private static Judgement shell(Call call) {
    if (isVersion(call)) {
      return Judgement.harmless();
    }
    return textOf(call)
        .or(call.input().map(call.within()::text).orElse(Judgement.harmless()))
        .or(call.asks("hands text to a shell"));
  }

  private static Judgement language(Call call) {
    return isVersion(call) ? Judgement.harmless() : call.asks("runs a program of its own making");
  }

  private static boolean isVersion(Call call) {
    String word = call.argument(0);
    boolean asked =
        word.equals("--version")
            || (word.equals("-version") && LONG_OPTIONS.contains(call.name()))
            || (word.equals("version") && call.name().equals("go"));
    return asked && call.arguments().size() == 1;
  }

  /** The texts among its arguments that it may run, judged as far as they are plain. */
  static Judgement textOf(Call call) {
    Judgement judgement = Judgement.harmless();
    boolean asked = false;
    for (Word word : call.arguments()) {
      Optional<String> text = word.text();
      boolean option = Options.isCluster(word.lead());
      if (text.isPresent() && !option && (asked || text.get().indexOf(' ') >= 0)) {
        judgement = judgement.or(call.within().text(value(text.get())));
        asked = false;
      }
      asked |= option && takesText(word.lead());
    }
    return judgement;
  }

  /** What stands behind the name of a long option. */
  private static String value(String text) {
    return text.startsWith("--") ? text.substring(text.indexOf('=') + 1) : text;
  }

  private static boolean takesText(String option) {
    return option.indexOf('c') > 0 || option.indexOf('S') > 0;
  }

  /** Runs a command elsewhere or later, and asks; the worst of it is refused. */
  static Program hands(String says) {
    return call -> Ruin.within(call.words(), call.within()).or(textOf(call)).or(call.asks(says));
  }
}
