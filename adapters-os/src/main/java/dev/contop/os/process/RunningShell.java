package dev.contop.os.process;

import dev.contop.application.command.ObserveCommand;
import dev.contop.application.command.RunningCommand;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.os.process.GatheredOutput.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command from its start to its end: a thread that starts it, passes its output on and ends its
 * tree, and one for each of its two streams.
 */
final class RunningShell implements RunningCommand {

  private static final Logger LOG = LoggerFactory.getLogger(RunningShell.class);

  private static final int SIGNALLED = 128;
  private static final long OUTPUT_END_WITHIN = TimeUnit.MILLISECONDS.toNanos(100);

  private final String name;
  private final Begin begin;
  private final ProcessTree tree;
  private final GatheredOutput output;
  private final ObserveCommand observer;
  private final Runnable freed;
  private final Consumer<RunningShell> over;

  /** What of it still runs: its own thread and, later, its two readers. */
  private final AtomicInteger threads = new AtomicInteger(1);

  private volatile boolean killed;

  /** Starts the process as the root of {@code tree}. */
  interface Begin {
    Process start(ProcessTree tree) throws IOException;
  }

  /**
   * @param freed is told when the command occupies no thread any more but the caller's
   * @param over is told when the observer has had its last call
   */
  RunningShell(
      String name,
      Begin begin,
      ProcessTree tree,
      int outputLimit,
      ObserveCommand observer,
      Runnable freed,
      Consumer<RunningShell> over) {
    this.name = name;
    this.begin = begin;
    this.tree = tree;
    this.output = new GatheredOutput(outputLimit);
    this.observer = observer;
    this.freed = freed;
    this.over = over;
  }

  void begin() {
    start(name, this::follow);
  }

  @Override
  public void kill() {
    killed = true;
    output.askEnding();
  }

  private void follow() {
    Runnable lastCall;
    try {
      lastCall = runToEnd();
    } catch (IOException e) {
      // Its message may quote the command.
      lastCall = () -> observer.failed("The shell could not be started for this command.");
    }
    leave();
    tell(lastCall);
    over.accept(this);
  }

  private Runnable runToEnd() throws IOException {
    long start = System.nanoTime();
    if (killed) {
      return () -> observer.ended(SIGNALLED + Signals.TERMINATE, Duration.ZERO, false, 0);
    }
    Process process = begin.start(tree);
    read(process);
    CompletableFuture<Void> exit = process.onExit().thenRun(output::askEnding);
    while (!output.isEndingAsked()) {
      pass(output.take());
    }
    pass(output.take());
    TreeEnding ending = new TreeEnding(tree);
    int survivors = ending.end();
    while (!readRest() && ending.hasTime()) {
      ending.killPipeHolders();
      survivors = ending.end();
    }
    if (!output.isFinished()) {
      // Someone holds the pipe who can neither be found nor ended.
      survivors = Math.max(1, survivors);
    }
    output.abandon();
    exit.cancel(false);
    int exitCode = exitCodeOf(process);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    int left = survivors;
    return () -> observer.ended(exitCode, duration, output.isTruncated(), left);
  }

  /** As the shell reports it, 128 + n after signal n; waits a little if it is not yet known. */
  private static int exitCodeOf(Process process) {
    long deadline = System.nanoTime() + OUTPUT_END_WITHIN;
    while (process.isAlive() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(200_000);
    }
    return process.isAlive() ? SIGNALLED + Signals.KILL : process.exitValue();
  }

  private void read(Process process) {
    threads.addAndGet(2);
    read(name + "-stdout", OutputStreamKind.STDOUT, process.getInputStream());
    read(name + "-stderr", OutputStreamKind.STDERR, process.getErrorStream());
  }

  private void read(String threadName, OutputStreamKind stream, InputStream in) {
    PipeReader reader = new PipeReader(stream, in, output);
    start(
        threadName,
        () -> {
          reader.run();
          leave();
        });
  }

  private boolean readRest() {
    long deadline = System.nanoTime() + OUTPUT_END_WITHIN;
    while (!output.isFinished()) {
      long left = deadline - System.nanoTime();
      List<Piece> pieces = output.takeRest(left);
      if (pieces.isEmpty() && left <= 0) {
        return output.isFinished();
      }
      pass(pieces);
    }
    return true;
  }

  private void pass(List<Piece> pieces) {
    for (Piece piece : pieces) {
      tell(() -> observer.wrote(piece.stream(), piece.text()));
    }
  }

  private void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      // A bug of the observer's; the process must be followed to its end all the same.
      LOG.error("{}: the observer failed with {}", name, e.getClass().getName());
    }
  }

  private static void start(String threadName, Runnable work) {
    Thread thread = new Thread(work, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  private void leave() {
    if (threads.decrementAndGet() == 0) {
      freed.run();
    }
  }
}
