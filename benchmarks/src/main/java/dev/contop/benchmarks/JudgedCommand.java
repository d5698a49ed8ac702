package dev.contop.benchmarks;

import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.execution.ShellCommandPolicy;
import dev.contop.domain.execution.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What judging one command costs: a short one, and several sorts of 4 KiB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JudgedCommand {

  private static final int LONG = 4096;

  /** What is repeated up to 4 KiB; the first stands alone. */
  @Param({
    "git status",
    "rm -rf x; ",
    "echo \"$(echo `ls`)\" | ",
    "frobnicate rm -rf ",
    "cat <<E\n$(ls)\nE\n",
    "rm -rf /[a-z]*/../ "
  })
  public String part = "";

  private final CommandPolicy policy = ShellCommandPolicy.standard();
  private Command command = new Command("");

  /** The whole command. */
  @Setup
  public void repeat() {
    command = new Command(part.equals("git status") ? part : part.repeat(LONG / part.length()));
  }

  @Benchmark
  public Verdict judge() {
    return policy.judge(command);
  }
}
