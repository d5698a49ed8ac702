package dev.contop.e2e;

import dev.contop.wire.PairingSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runnable jar, running: on free ports, with a data folder of its own. */
public final class HostProcess implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("contop-host ready port=(\\d+) admin-port=(\\d+) .*");
  private static final Pattern LINK = Pattern.compile("\\s*(https?://\\S+/#\\S+)");

  private final Process process;
  private final int port;
  private final int adminPort;
  private final String link;
  private final Path work;
  private final Path dataFolder;
  private final Duration startedIn;

  private HostProcess(
      Process process,
      int port,
      int adminPort,
      String link,
      Path work,
      Path dataFolder,
      Duration startedIn) {
    this.process = process;
    this.port = port;
    this.adminPort = adminPort;
    this.link = link;
    this.work = work;
    this.dataFolder = dataFolder;
    this.startedIn = startedIn;
  }

  /** Where the build put the runnable jar. */
  public static Path jar() {
    return Path.of(System.getProperty("contop.jar", "target/contop-host.jar"));
  }

  /** The command line that runs the jar as the launch script does. */
  public static ProcessBuilder command(Path work, List<String> options) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED"));
    if (Runtime.version().feature() >= 24) {
      // Else the runtime itself warns of a library of the HTTP server, as the script knows too.
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(ClassArchive.flags(java, flags, jar()));
    command.addAll(List.of("-jar", jar().toAbsolutePath().toString()));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().keySet().removeIf(name -> name.startsWith("CONTOP_"));
    builder.environment().put(Processes.MARK, Processes.MARKED);
    builder.redirectError(work.resolve("host.log").toFile());
    return builder;
  }

  /** Starts the host on the given X display and waits until it says that it is ready. */
  public static HostProcess start(Path work, String display, String... more) throws IOException {
    return showing("x11", work, display, more);
  }

  /**
   * The same with another kind of screen.
   *
   * @param screen as {@code --screen} has it
   */
  static HostProcess showing(String screen, Path work, String display, String... more)
      throws IOException {
    Path dataFolder = work.resolve("data");
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--port", "0", "--admin-port", "0", "--ice-server", "none"));
    options.addAll(List.of("--data-dir", dataFolder.toString(), "--screen", screen));
    options.addAll(List.of(more));
    ProcessBuilder builder = command(work, options);
    builder.environment().putAll(Map.of("DISPLAY", display));
    return await(builder, work, dataFolder);
  }

  /** Starts what {@code builder} says and waits until it says that it is ready. */
  public static HostProcess await(ProcessBuilder builder, Path work, Path dataFolder)
      throws IOException {
    long began = System.nanoTime();
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    String link = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher shown = LINK.matcher(line);
      if (shown.matches()) {
        link = shown.group(1);
      }
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return new HostProcess(
            process,
            Integer.parseInt(ready.group(1)),
            Integer.parseInt(ready.group(2)),
            link,
            work,
            dataFolder,
            Duration.ofNanos(System.nanoTime() - began));
      }
    }
    throw new IOException(
        "The host did not get ready: " + Files.readString(work.resolve("host.log")));
  }

  public int port() {
    return port;
  }

  public int adminPort() {
    return adminPort;
  }

  /** The link that the terminal showed. */
  public String link() {
    return link;
  }

  public long pid() {
    return process.pid();
  }

  /** How many threads of that name it has; Linux keeps the first 15 letters. */
  long threads(String name) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid()), "task"))) {
      return tasks.filter(task -> name.equals(nameOf(task))).count();
    }
  }

  private static String nameOf(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (IOException ended) {
      return "";
    }
  }

  /** What it has used of the processor since it was started. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  public Duration startedIn() {
    return startedIn;
  }

  public Path dataFolder() {
    return dataFolder;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Everything that was logged so far. */
  public String log() throws IOException {
    return Files.readString(work.resolve("host.log"));
  }

  /** Pairs one more phone, as a person would at the terminal; the answer is one line of JSON. */
  public String pair() throws IOException, InterruptedException {
    Process pair =
        command(work, List.of("pair", "--temp", "--json", "--data-dir", dataFolder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = pair.inputReader().readLine();
    if (pair.waitFor() != 0 || line == null) {
      throw new IOException("Pairing failed");
    }
    return line;
  }

  /** The link of a new pairing. */
  public String newLink() throws IOException, InterruptedException {
    return PairingSummary.read(pair()).orElseThrow().link();
  }

  /** Sends SIGTERM and waits; how long the host took to go. */
  public Duration terminate() throws InterruptedException {
    long began = System.nanoTime();
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The host did not stop");
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  public int exitStatus() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
