package dev.contop.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** git, and its kin. */
final class GitPrograms {

  private static final Looking ARGUMENTS =
      Looking.without(
          "--output",
          "--ext-diff",
          "--textconv",
          "--filters",
          "--open-files-in-pager",
          "-O",
          "--exec",
          "--upload-pack",
          "--expire",
          "--expire-unreachable",
          "--paginate");

  private static final Map<String, String> SAYS =
      Map.ofEntries(
          Map.entry("add", "changes what will be committed"),
          Map.entry("am", "changes files and history"),
          Map.entry("apply", "changes files"),
          Map.entry("bisect run", "hands text to an interpreter"),
          Map.entry("checkout", "may throw away changes"),
          Map.entry("cherry-pick", "changes files and history"),
          Map.entry("clean", "deletes files that git does not keep"),
          Map.entry("clone", "fetches and writes files"),
          Map.entry("commit", "adds to history"),
          Map.entry("fetch", "fetches commits"),
          Map.entry("filter-branch", "rewrites history"),
          Map.entry("filter-repo", "rewrites history"),
          Map.entry("gc", "deletes what nothing refers to"),
          Map.entry("merge", "changes files and history"),
          Map.entry("mv", "moves or renames files"),
          Map.entry("prune", "deletes what nothing refers to"),
          Map.entry("pull", "changes files and history"),
          Map.entry("rebase", "rewrites history"),
          Map.entry("reflog delete", "deletes what leads back to lost commits"),
          Map.entry("reflog expire", "deletes what leads back to lost commits"),
          Map.entry("replace", "rewrites history"),
          Map.entry("restore", "throws away changes"),
          Map.entry("revert", "changes files and history"),
          Map.entry("rm", "deletes files"),
          Map.entry("stash", "takes changes away from the files"),
          Map.entry("stash clear", "deletes changes that were put away"),
          Map.entry("stash drop", "deletes changes that were put away"),
          Map.entry("submodule foreach", "hands text to an interpreter"),
          Map.entry("switch", "may throw away changes"),
          Map.entry("update-ref", "moves or deletes a branch"),
          Map.entry("worktree remove", "deletes files"));

  private static final Set<String> BRANCH_LISTS =
      Set.of("--list", "-l", "--contains", "--merged", "--no-merged", "--points-at");

  private static final Set<String> CONFIG_READS =
      Set.of("--get", "--get-all", "--get-regexp", "--list", "-l");

  private static final Set<String> FLAGS = Set.of("--no-pager", "--no-optional-locks", "--bare");

  private static final Set<String> VALUED = Set.of("-C", "--git-dir", "--work-tree");

  private static final Subcommands GIT =
      new Subcommands(
          FLAGS,
          VALUED,
          Set.of(
              "annotate",
              "bisect log",
              "blame",
              "cat-file",
              "check-ignore",
              "cherry",
              "config get",
              "config list",
              "count-objects",
              "describe",
              "diff",
              "diff-tree",
              "for-each-ref",
              "grep",
              "log",
              "ls-files",
              "ls-tree",
              "merge-base",
              "name-rev",
              "notes list",
              "notes show",
              "range-diff",
              "reflog",
              "remote -v",
              "remote get-url",
              "rev-list",
              "rev-parse",
              "shortlog",
              "show",
              "show-ref",
              "stash list",
              "stash show",
              "status",
              "submodule status",
              "tag -l",
              "tag --list",
              "var",
              "version",
              "--version",
              "whatchanged",
              "worktree list"),
          ARGUMENTS,
          SAYS,
          "may change files or history");

  static final Map<String, Program> TABLE =
      new Table()
          .with(GitPrograms::git, "git")
          .asking(
              "may change files, history or what others see",
              "gh",
              "glab",
              "hub",
              "hg",
              "svn",
              "bzr",
              "fossil",
              "git-filter-repo",
              "bfg")
          .done();

  private GitPrograms() {}

  private static Judgement git(Call call) {
    String verb = verb(call);
    return switch (verb) {
      case "push" -> push(call);
      case "reset" -> call.asks(call.has("--hard") ? "throws away changes" : "moves the branch");
      case "branch" -> branch(call);
      case "tag", "remote" -> rest(call, verb).isEmpty() ? Judgement.harmless() : GIT.judge(call);
      case "config" -> config(call);
      case "commit" -> call.has("--amend") ? call.asks("rewrites history") : GIT.judge(call);
      case "reflog" -> reflog(call);
      default -> GIT.judge(call);
    };
  }

  /** What git is to do, if only known options stand before it. */
  private static String verb(Call call) {
    int at = 0;
    while (FLAGS.contains(call.argument(at)) || VALUED.contains(call.argument(at))) {
      at += VALUED.contains(call.argument(at)) ? 2 : 1;
    }
    boolean plain = call.arguments().stream().limit(at).noneMatch(word -> word.isManifold());
    return plain ? call.argument(at) : "";
  }

  /** The words behind {@code verb}. */
  private static List<String> rest(Call call, String verb) {
    List<String> words = call.arguments().stream().map(word -> word.text().orElse("?")).toList();
    return words.subList(words.indexOf(verb) + 1, words.size());
  }

  private static Judgement push(Call call) {
    boolean plus = call.arguments().stream().anyMatch(word -> word.lead().startsWith("+"));
    boolean force = plus || call.has("-f", "--force", "--force-with-lease", "--mirror");
    boolean deletes =
        call.has("-d", "--delete", "--prune")
            || call.arguments().stream().anyMatch(word -> word.lead().startsWith(":"));
    if (force) {
      return call.asks("rewrites published history");
    }
    return call.asks(deletes ? "deletes what is published" : "publishes commits");
  }

  private static Judgement branch(Call call) {
    List<String> rest = rest(call, "branch");
    boolean names = rest.stream().anyMatch(word -> !word.startsWith("-"));
    boolean lists = rest.stream().map(Options::name).anyMatch(BRANCH_LISTS::contains);
    if (call.has("-d", "-D", "--delete")) {
      return call.asks("deletes a branch");
    }
    Looking looking =
        Looking.onlyWith(
            "arvl",
            "--list",
            "--all",
            "--remotes",
            "--show-current",
            "--contains",
            "--merged",
            "--no-merged",
            "--points-at",
            "--sort",
            "--format",
            "--column",
            "--color",
            "--no-color",
            "--verbose");
    boolean looks = looking.judge(after(call, "branch")) instanceof Judgement.Harmless;
    return looks && (lists || !names) ? Judgement.harmless() : call.asks("changes branches");
  }

  /** The call from {@code verb} on. */
  private static Call after(Call call, String verb) {
    int at = call.words().size() - rest(call, verb).size() - 1;
    return new Call(
        call.name(), call.words().subList(at, call.words().size()), call.input(), call.within());
  }

  private static Judgement config(Call call) {
    List<String> rest = rest(call, "config");
    List<String> options =
        rest.stream()
            .filter(word -> !Set.of("--global", "--local", "--system").contains(word))
            .toList();
    boolean reads = !options.isEmpty() && CONFIG_READS.contains(options.get(0));
    boolean others =
        options.stream().skip(1).anyMatch(word -> word.startsWith("-") || word.equals("?"));
    return reads && !others ? Judgement.harmless() : GIT.judge(call);
  }

  private static Judgement reflog(Call call) {
    List<String> rest = rest(call, "reflog");
    boolean shows = rest.isEmpty() || rest.get(0).equals("show") || rest.get(0).startsWith("-n");
    return shows ? GIT.judge(call) : call.asks("may delete what leads back to lost commits");
  }
}
