package dev.contop.os.process;

import dev.contop.domain.notice.Notice;
import dev.contop.os.process.HostPrograms.Running;
import dev.contop.os.process.Launch.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The desktop's own program for notices, with words that no phone has a say in.
 *
 * <p>It ends with the thread that started it: start all from one that stays. One thread.
 */
public final class NoticePrograms implements AutoCloseable {

  private static final String MARKER = "CONTOP_NOTICE";

  private final Programs programs;
  private final Path home;
  private final Marker marker = new Marker(MARKER, UUID.randomUUID().toString());
  private final ProcessTree tree = ProcessTree.markedBy(marker);
  private final Launch launch;

  public NoticePrograms(Programs programs, Path home) {
    this.programs = programs;
    this.home = home;
    this.launch = new Launch(programs, "TERM", Map.of());
    Signals.prepare();
  }

  /** Shows {@code notice} for a while; nothing when this machine has no such program. */
  public Optional<Running> startShowing(Notice notice) throws IOException {
    Optional<Path> program = programs.find("notify-send");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    List<String> words =
        List.of(
            program.get().toString(),
            "--app-name=Contop Host",
            "--expire-time=8000",
            "--",
            notice.title(),
            notice.text());
    return Optional.of(new Running(launch.start(words, home, marker, Streams.NONE, tree)));
  }

  /** Ends what of them still runs; takes half a second at most. */
  @Override
  public void close() {
    int unused = new TreeEnding(tree).end();
  }
}
