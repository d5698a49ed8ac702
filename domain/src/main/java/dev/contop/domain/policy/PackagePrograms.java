package dev.contop.domain.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Programs that install, remove and list packages. */
final class PackagePrograms {

  private static final Map<String, String> VERBS = verbs();

  /** Some of the others run commands: {@code rpm --pipe}, {@code rpm --eval}, {@code apt -o}. */
  private static final Looking ARGUMENTS =
      Looking.onlyWith(
          "1afghilnqsv",
          "--all",
          "--cask",
          "--depth",
          "--format",
          "--formula",
          "--global",
          "--info",
          "--installed",
          "--json",
          "--last",
          "--names-only",
          "--outdated",
          "--upgradable",
          "--version");

  private static final String OTHERWISE = "may install, remove or run packages";

  static final Map<String, Program> TABLE =
      new Table()
          .with(looking("list", "search", "show", "policy", "depends", "rdepends"), "apt")
          .with(
              looking("search", "show", "showpkg", "policy", "depends", "rdepends", "pkgnames"),
              "apt-cache")
          .with(looking(), "apt-get", "aptitude", "apt-mark")
          .with(looking("-l", "-L", "-s", "-S", "--list", "--listfiles", "--status", "-p"), "dpkg")
          .with(looking("-l", "-W", "--list", "--show", "-L", "-s", "-S"), "dpkg-query")
          .with(looking("-q", "-qa", "-qi", "-ql", "-qf", "-qR", "-qip", "-qlp", "--query"), "rpm")
          .with(looking("list", "search", "info", "provides", "repolist"), "dnf", "yum")
          .with(looking("search", "info", "se", "if", "repos", "lr"), "zypper")
          .with(looking("-Q", "-Qi", "-Ql", "-Qs", "-Qo", "-Qe", "-Qm", "-Si", "-Ss"), "pacman")
          .with(looking("info", "list", "search"), "apk")
          .with(looking("list", "ls", "info", "search", "deps", "leaves"), "brew")
          .with(looking("list", "info", "find", "services", "version"), "snap")
          .with(looking("list", "info", "search", "remotes", "ps"), "flatpak")
          .with(looking("list", "show", "freeze", "check", "--version"), "pip", "pip3")
          .with(looking("ls", "list", "view", "outdated", "--version", "-v"), "npm")
          .with(looking("list", "--version"), "yarn", "pnpm", "gem", "conda")
          .with(looking("--version", "-V"), "cargo", "rustup")
          .asking(
              OTHERWISE,
              "yay",
              "paru",
              "port",
              "emerge",
              "nix",
              "nix-env",
              "guix",
              "xbps-install",
              "xbps-remove",
              "pkg",
              "pipx",
              "uv",
              "poetry",
              "npx",
              "composer",
              "cpan",
              "luarocks",
              "choco",
              "winget",
              "scoop",
              "installer",
              "softwareupdate",
              "do-release-upgrade",
              "update-alternatives")
          .done();

  private PackagePrograms() {}

  private static Map<String, String> verbs() {
    Map<String, String> verbs = new HashMap<>();
    for (String verb :
        new String[] {
          "remove",
          "purge",
          "autoremove",
          "uninstall",
          "erase",
          "-r",
          "-R",
          "-Rs",
          "-Rns",
          "-P",
          "-e",
          "--remove",
          "--purge",
          "del",
          "rm"
        }) {
      verbs.put(verb, "removes packages");
    }
    for (String verb :
        new String[] {"install", "add", "-i", "-S", "-Syu", "-U", "upgrade", "update", "in"}) {
      verbs.put(verb, "installs packages");
    }
    verbs.put("publish", "publishes a package");
    verbs.put("unpublish", "takes back what is published");
    return Map.copyOf(verbs);
  }

  private static Subcommands looking(String... verbs) {
    return new Subcommands(Set.of(), Set.of(), Set.of(verbs), ARGUMENTS, VERBS, OTHERWISE);
  }
}
