package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.Locale;
import java.util.Map;

/** Windows' own programs, and PowerShell with its cmdlets. Names are known in small letters. */
final class WindowsPrograms {

  static final Map<String, Program> TABLE =
      new Table()
          .with(WindowsPrograms::powershell, "powershell", "pwsh")
          .asking("hands text to a shell", "cmd", "wscript", "cscript", "mshta", "wsl")
          .asking("deletes files", "del", "erase", "rd", "remove-item", "ri", "clear-content")
          .asking(
              "deletes or overwrites data",
              "format-volume",
              "clear-disk",
              "initialize-disk",
              "remove-partition",
              "clear-recyclebin",
              "remove-itemproperty",
              "set-content",
              "out-file",
              "cipher",
              "vssadmin",
              "wbadmin",
              "diskpart",
              "format")
          .asking("moves or renames files", "move-item", "rename-item", "ren", "move")
          .asking("kills processes", "stop-process", "taskkill", "tskill", "spps")
          .asking(
              "changes services",
              "stop-service",
              "restart-service",
              "set-service",
              "remove-service",
              "sc",
              "net")
          .asking(
              "powers the computer off or restarts it",
              "stop-computer",
              "restart-computer",
              "logoff")
          .asking(
              "hands text to an interpreter",
              "invoke-expression",
              "iex",
              "invoke-command",
              "icm",
              "start-process",
              "invoke-wmimethod",
              "rundll32",
              "regsvr32")
          .asking(
              "changes settings",
              "set-executionpolicy",
              "set-acl",
              "set-itemproperty",
              "new-itemproperty",
              "takeown",
              "reg",
              "regedit",
              "bcdedit",
              "wmic",
              "schtasks",
              "netsh",
              "dism",
              "msiexec",
              "setx",
              "attrib",
              "uninstall-package",
              "remove-appxpackage",
              "uninstall-module",
              "remove-aduser",
              "remove-localuser",
              "disable-netadapter")
          .done();

  private WindowsPrograms() {}

  /** PowerShell takes any beginning of an option's name: {@code -e} is {@code -EncodedCommand}. */
  private static Judgement powershell(Call call) {
    for (Word word : call.arguments()) {
      String option = word.lead().toLowerCase(Locale.ROOT).replace('/', '-');
      boolean encoded =
          option.length() > 1 && ("-encodedcommand".startsWith(option) || option.equals("-ec"));
      ;
      if (encoded) {
        return call.asks("hands a hidden text to a shell");
      }
    }
    return call.asks("hands text to a shell");
  }
}
