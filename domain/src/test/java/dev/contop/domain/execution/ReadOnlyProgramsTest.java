package dev.contop.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyProgramsTest {

  private final CommandPolicy policy = new ReadOnlyPrograms();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls",
        "  ls  ",
        "\tls\t-la",
        "ls -la /tmp",
        "'ls' -l",
        "\"ls\" \"-l\"",
        "l's'",
        "ls 'a b' \"c d\"",
        "ls ''",
        "pwd",
        "whoami",
        "id",
        "id -un",
        "groups",
        "uname -a",
        "uptime -p",
        "date",
        "date -u",
        "date +%F",
        "date -u '+%F %T'",
        "hostname",
        "hostname -f",
        "hostname -I",
        "cat /etc/hostname",
        "cat 'Schöne Grüße.txt'",
        "cat 日本語.txt",
        "cat \"it's here\"",
        "cat 'price: $5'",
        "head -n 5 notes",
        "tail -n 5 notes",
        "tail -f log",
        "wc -l notes",
        "nl notes",
        "tac notes",
        "rev notes",
        "cut -d: -f1 /etc/passwd",
        "grep -rn 'a|b' .",
        "grep -E '^(a|b)$' notes",
        "grep 'back`tick' notes",
        "diff a b",
        "diff -ru a b",
        "diff -q a b",
        "cmp a b",
        "comm a b",
        "join a b",
        "paste a b",
        "fold -w 40 notes",
        "column -t notes",
        "tr a b",
        "seq 3",
        "seq 1 2 9",
        "echo hello",
        "echo a=b",
        "echo a#b",
        "echo a~b",
        "echo '$(id)'",
        "echo '; rm -rf /'",
        "echo \"a; b\"",
        "echo 'a > b'",
        "echo \"a && b\"",
        "echo 100%",
        "echo ünïcode 😀",
        "printf '%s\\n' hello",
        "printf 'a\\tb'",
        "true",
        "false",
        "sleep 1",
        "ps aux",
        "pgrep -a sh",
        "pidof sh",
        "pidof -s sh",
        "pstree",
        "free -m",
        "vmstat 1 2",
        "df -h",
        "du -sh .",
        "lsblk",
        "lscpu",
        "lspci",
        "lspci -vnn",
        "lspci -s 00:02.0",
        "lsusb -t",
        "nproc",
        "w",
        "who",
        "last -5",
        "tty",
        "cal",
        "locale",
        "printenv HOME",
        "which ls",
        "type ls",
        "stat /tmp",
        "readlink -f /tmp",
        "realpath .",
        "basename /a/b",
        "dirname /a/b",
        "md5sum notes",
        "sha1sum notes",
        "sha256sum notes",
        "sha512sum notes",
        "cksum notes",
        "od -c notes",
        "strings notes"
      })
  void shouldAllowToLook(String line) {
    assertThat(policy.judge(new Command(line))).isInstanceOf(Verdict.Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /",
        "'rm' -rf /",
        "\"rm\" x",
        "r'm' x",
        "r\\m x",
        "\\rm x",
        "/bin/rm x",
        "/bin/ls",
        "./ls",
        "../ls",
        "~/ls",
        "~root/ls",
        "RM x",
        "LS",
        "mv a b",
        "cp a b",
        "touch a",
        "mkdir a",
        "ln -s a b",
        "chmod 777 a",
        "chown a b",
        "dd if=a of=b",
        "tee a",
        "truncate -s 0 a",
        "shred a",
        "kill 1",
        "pkill sh",
        "killall sh",
        "shutdown now",
        "reboot",
        "sudo ls",
        "su -c ls",
        "doas ls",
        "env ls",
        "env -i ls",
        "A=b ls",
        "PATH=/tmp ls",
        "LD_PRELOAD=./x.so ls",
        "''=x ls",
        "nohup ls",
        "nice ls",
        "timeout 1 ls",
        "time ls",
        "xargs ls",
        "watch ls",
        "exec ls",
        "eval ls",
        "command ls",
        "builtin echo",
        "source x",
        ". x",
        "sh -c ls",
        "bash -c ls",
        "python3 -c 1",
        "perl -e 1",
        "awk 1 x",
        "sed -i s/a/b/ x",
        "sed -n '1w out' x",
        "find . -delete",
        "find . -exec rm x",
        "sort -o out in",
        "uniq in out",
        "split in",
        "csplit in 1",
        "tar cf x .",
        "zip x y",
        "gzip x",
        "curl http://example.org",
        "wget http://example.org",
        "ssh host",
        "nc -l 80",
        "vi x",
        "less x",
        "more x",
        "man ls",
        "top",
        "dmesg -C",
        "journalctl --vacuum-size=1",
        "mount",
        "crontab -r",
        "git status",
        "xxd -r in out",
        "tree -o out",
        "file -C",
        "hostnamectl",
        "arch -x86_64 rm x",
        "arch",
        "getconf -v x PATH",
        "getconf PATH",
        "base64 -i in -o out",
        "base64",
        "date -s 12:00",
        "date -s '2020-01-01'",
        "date --set=12:00",
        "date 01010000",
        "date +%F -s 12:00",
        "date -u 01010000",
        "date -us 12:00",
        "date '-s' 12:00",
        "date -",
        "date --",
        "hostname evil",
        "hostname -F file",
        "hostname -b evil",
        "hostname -f evil",
        "diff -l a b",
        "diff -ul a b",
        "diff --paginate a b",
        "diff --pag a b",
        "diff '-l' a b",
        "lspci -q",
        "lspci -vQ",
        "lspci -O dump.name=x",
        "lspci -M",
        "lspci -xxx",
        "lsusb -D /dev/x",
        "pidof -k sh",
        "pidof -sk sh",
        "printf -v x y",
        "printf -v 'a[$(touch x)]' y",
        "printf '-v' 'a[$(touch x)]' y",
        "printf %d 'a[$(touch x)]'",
        "printf %n 'a[0]'",
        "printf -- x",
        "ls; rm x",
        "ls;rm x",
        "ls ;",
        "ls & rm x",
        "ls&",
        "ls && rm x",
        "ls || rm x",
        "ls | sh",
        "ls |& sh",
        "! ls",
        "ls > out",
        "ls >> out",
        "ls 2>out",
        "ls &>out",
        "cat < in",
        "cat <<E",
        "cat <<< x",
        "cat <(id)",
        "(ls)",
        "{ ls",
        "ls {a,b}",
        "echo $(id)",
        "echo $HOME",
        "echo ${HOME}",
        "echo $((1+1))",
        "echo $'a'",
        "echo $\"a\"",
        "echo `id`",
        "echo \"$(id)\"",
        "echo \"`id`\"",
        "echo \"$HOME\"",
        "echo \"a\\\"; id\"",
        "echo \"!!\"",
        "echo !!",
        "echo a\\;id",
        "ls *",
        "ls ?",
        "ls [ab]",
        "ls ~",
        "ls ~root",
        "ls =ls",
        "ls # x",
        "#ls",
        "ls\nrm x",
        "ls\rrm x",
        "ls\r\nrm x",
        "ls\u0000rm x",
        "ls\u000brm x",
        "ls\u001b[2J",
        "ls\u0085rm x",
        "ls\u2028rm x",
        "ls\u2029rm x",
        "echo 'a\nb'",
        "echo \"a\nb\"",
        "ls \ud83d",
        "ls \ude00",
        "echo '\ud83d'",
        "echo \u202egnp.exe",
        "echo '\u2066x'",
        "echo 'open",
        "echo \"open",
        "echo it's",
        "ｌｓ",
        "lѕ",
        "ls\u00a0-l",
        "l\u200bs",
        "ls\u3000x",
        "\ufeffls",
        "cаt x",
        "％",
        "-",
        "--help",
        "\"\"",
        "''",
        "'' ls",
        "'ls -l'",
        "\"ls \"",
        "[ a = a ]",
        "test x",
        "if true",
        "while true",
        "function x",
        "alias x",
        "set",
        "export A",
        "unset A",
        "read x",
        "cd /",
        "ulimit -c 0",
        "umask 0",
        "trap x EXIT",
        "history -c",
        "fg",
        "%1"
      })
  void shouldForbidWhatMightActOrIsNotUnderstood(String line) {
    assertThat(policy.judge(new Command(line)))
        .isInstanceOfSatisfying(
            Verdict.Forbidden.class,
            forbidden -> assertThat(forbidden.reason()).isNotBlank().endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "   \t  "})
  void shouldForbidEmptiness(String line) {
    assertThat(policy.judge(new Command(line))).isInstanceOf(Verdict.Forbidden.class);
  }

  /** What stands behind a command to make a second one of it. */
  static final String[] tails = {
    ";rm x", "&rm x", "|rm", "\nrm x", ">x", "<x", "`rm x`", "$(rm x)", "\\", "*", "?", "{a,b}",
    "(rm)", "[a]"
  };

  @ParameterizedTest
  @FieldSource("tails")
  void shouldForbidEveryTailBehindEveryAllowedProgram(String tail) {
    for (String program : new String[] {"ls", "cat", "grep x", "echo", "date", "printf x", "id"}) {
      assertThat(policy.judge(new Command(program + tail))).isInstanceOf(Verdict.Forbidden.class);
      assertThat(policy.judge(new Command(program + " " + tail)))
          .isInstanceOf(Verdict.Forbidden.class);
      assertThat(policy.judge(new Command(program + " ''" + tail)))
          .isInstanceOf(Verdict.Forbidden.class);
    }
  }

  @Test
  void shouldAuthorizeExactlyWhatItJudged() {
    // Given
    Command command = new Command("ls -l");

    // When
    Verdict verdict = policy.judge(command);

    // Then
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Allowed.class,
            allowed -> assertThat(allowed.authorize().command()).isEqualTo(command));
  }

  @Test
  void shouldNameTheProgramThatItDoesNotKnowInWholeCharacters() {
    // Given a name whose fortieth character is half of a pair
    String name = "x".repeat(39) + "😀".repeat(5);

    // When
    Verdict verdict = policy.judge(new Command(name));

    // Then
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Forbidden.class,
            forbidden -> assertThat(forbidden.reason()).contains("“" + "x".repeat(39) + "…”"));
  }

  @Test
  void shouldNeverShowACommandInItsNames() {
    assertThat(new Command("cat secret")).asString().doesNotContain("secret");
    assertThat(((Verdict.Allowed) policy.judge(new Command("cat secret"))).authorize())
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void shouldJudgeAnyTextWithoutThrowing() {
    Random random = new Random(42);
    String alphabet = "ls catdprintf -'\"\\$`;&|<>(){}[]*?~#!=\n\r\t\u0000\ud83d\ude00é";
    Stream.generate(() -> random.nextInt(30))
        .limit(20_000)
        .forEach(
            length -> {
              StringBuilder line = new StringBuilder();
              for (int i = 0; i < length; i++) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
              }
              assertThat(policy.judge(new Command(line.toString()))).isNotNull();
            });
  }
}
