package dev.contop.domain.policy;

import java.util.Map;
import java.util.Set;

/** Programs that show or steer the system: services, processes, power, users, settings. */
final class SystemPrograms {

  private static final Map<String, String> SERVICE_VERBS =
      Map.of(
          "stop", "stops a service",
          "restart", "stops a service and starts it again",
          "kill", "kills a service's processes",
          "disable", "keeps a service from starting",
          "mask", "keeps a service from starting",
          "poweroff", "powers the computer off",
          "reboot", "restarts the computer",
          "halt", "halts the computer",
          "suspend", "puts the computer to sleep",
          "start", "starts a service");

  private static final Subcommands SYSTEMCTL =
      new Subcommands(
          Set.of("--user", "--system", "--no-pager", "--all", "-a", "--failed", "--quiet", "-q"),
          Set.of("-n", "--lines", "-t", "--type", "--state", "-o", "--output"),
          Set.of(
              "",
              "cat",
              "get-default",
              "help",
              "is-active",
              "is-enabled",
              "is-failed",
              "is-system-running",
              "list-dependencies",
              "list-jobs",
              "list-sockets",
              "list-timers",
              "list-unit-files",
              "list-units",
              "show",
              "status"),
          Looking.without("-H", "--host", "-M", "--machine", "--root", "--image"),
          SERVICE_VERBS,
          "may change services or the system's state");

  static final Map<String, Program> TABLE =
      new Table()
          .with(SYSTEMCTL, "systemctl")
          .with(
              Looking.without(
                  "--vacuum-size",
                  "--vacuum-time",
                  "--vacuum-files",
                  "--rotate",
                  "--flush",
                  "--sync",
                  "--relinquish-var",
                  "--smart-relinquish-var",
                  "--setup-keys",
                  "--update-catalog",
                  "--cursor-file"),
              "journalctl")
          .with(Looking.onlyWith("HTLuxktflw", "--color", "--level", "--since"), "dmesg")
          .with(Looking.onlyWith("bnpducHiS1234567890"), "top")
          .with(Looking.onlyWith("lt", "--version").operands(0), "mount")
          .with(Looking.without("-p", "--poll"), "findmnt")
          .with(Looking.onlyWith("", "--query", "--listmonitors", "-q").operands(0), "xrandr")
          .with(Looking.onlyWith("Lq", "--query-gpu", "--format", "--list-gpus"), "nvidia-smi")
          .with(Looking.onlyWith("uAfj").operands(0), "sensors")
          .with(SystemPrograms::crontab, "crontab")
          .with(Looking.freely(), "atq", "upower", "xwininfo", "lpstat", "acpi")
          .with(looking("", "status", "show", "list-timezones", "timesync-status"), "timedatectl")
          .with(looking("", "status"), "hostnamectl")
          .with(looking("", "status", "list-locales", "list-keymaps"), "localectl")
          .with(
              looking(
                  "",
                  "list-sessions",
                  "list-users",
                  "list-seats",
                  "session-status",
                  "user-status",
                  "seat-status",
                  "show-session",
                  "show-user",
                  "show-seat"),
              "loginctl")
          .with(
              looking("get", "list-schemas", "list-keys", "list-recursively", "range"), "gsettings")
          .with(looking("info", "list", "stat", "get-default-sink"), "pactl")
          .with(looking("status", "metadata"), "playerctl")
          .asking("kills processes", "kill", "pkill", "killall", "killall5", "skill", "xkill")
          .asking("may kill processes", "fuser", "slay")
          .asking(
              "powers the computer off or restarts it",
              "shutdown",
              "reboot",
              "halt",
              "poweroff",
              "init",
              "telinit",
              "pm-suspend",
              "pm-hibernate",
              "pm-powersave")
          .asking(
              "changes services",
              "service",
              "rc-service",
              "rc-update",
              "update-rc.d",
              "launchctl",
              "supervisorctl",
              "initctl",
              "chkconfig",
              "sv")
          .asking(
              "changes users or passwords",
              "useradd",
              "userdel",
              "usermod",
              "adduser",
              "deluser",
              "groupadd",
              "groupdel",
              "groupmod",
              "gpasswd",
              "passwd",
              "chpasswd",
              "chsh",
              "chfn",
              "visudo",
              "vipw",
              "lastlog")
          .asking(
              "changes the running system",
              "sysctl",
              "modprobe",
              "insmod",
              "rmmod",
              "swapon",
              "swapoff",
              "umount",
              "losetup",
              "hwclock",
              "setenforce",
              "renice",
              "ldconfig",
              "update-grub",
              "grub-install",
              "dconf",
              "defaults",
              "xset",
              "amixer",
              "sar")
          .done();

  private SystemPrograms() {}

  private static Subcommands looking(String... verbs) {
    return new Subcommands(
        Set.of(),
        Set.of(),
        Set.of(verbs),
        Looking.freely(),
        Map.of(),
        "may change something in the system");
  }

  /** Without {@code -l} it replaces what is to run, even by nothing. */
  private static Judgement crontab(Call call) {
    return call.words().size() == 2 && call.argument(0).equals("-l")
        ? Judgement.harmless()
        : call.asks("changes what runs by the clock");
  }
}
