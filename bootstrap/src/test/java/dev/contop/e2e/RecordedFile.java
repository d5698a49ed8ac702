package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A recording on the disk, as somebody else's decoder finds it, with the captions beside it. */
record RecordedFile(Path video) {

  private static final Pattern BEGAN =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d{3})Z-.*");
  private static final Pattern CUE =
      Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3}) --> .*");

  /** What is said at which moment of the recording. */
  record Cue(Duration at, String words) {}

  /** All that a host with this data folder has recorded, the oldest first. */
  static List<RecordedFile> all(Path dataFolder) throws IOException {
    Path folder = dataFolder.resolve("recordings");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith(".vtt"))
          .sorted()
          .map(RecordedFile::new)
          .toList();
    }
  }

  String name() {
    return video.getFileName().toString();
  }

  long bytes() throws IOException {
    return Files.size(video);
  }

  /** When its first picture was there, as its name says. */
  Instant began() {
    Matcher name = BEGAN.matcher(name());
    assertThat(name.matches()).as(name()).isTrue();
    return Instant.parse(
        String.format(
            "%sT%s:%s:%s.%sZ",
            name.group(1), name.group(2), name.group(3), name.group(4), name.group(5)));
  }

  /** Everything that ffmpeg complains about when it decodes all of it. */
  String complaints() throws IOException, InterruptedException {
    // Times are passed through, since nothing but decoding is asked of it.
    return said(
        "ffmpeg -v error -i FILE -vsync passthrough -enc_time_base 1:1000 -f rawvideo -y /dev/null");
  }

  /** When its last picture is shown. */
  Duration lastPicture() throws IOException, InterruptedException {
    String times =
        said("ffprobe -v error -select_streams v -show_entries packet=pts_time -of csv=p=0 FILE");
    return Duration.ofMillis(
        times
            .lines()
            // What does not fit any more is complained about in words.
            .filter(line -> line.matches("[0-9.]+"))
            .mapToLong(line -> new BigDecimal(line).movePointRight(3).longValue())
            .max()
            .orElseThrow());
  }

  private String said(String command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.replaceAll(word -> word.equals("FILE") ? video.toString() : word);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** The captions that are whole, in their order. */
  List<Cue> cues() throws IOException {
    Path captions = video.resolveSibling(name().substring(0, name().lastIndexOf('.') + 1) + "vtt");
    List<Cue> cues = new ArrayList<>();
    for (String block : Files.readString(captions).split("(?<=\n\n)", -1)) {
      Matcher times = CUE.matcher(block.lines().findFirst().orElse(""));
      if (block.endsWith("\n\n") && times.matches()) {
        cues.add(new Cue(at(times), block.substring(block.indexOf('\n') + 1).strip()));
      }
    }
    return cues;
  }

  private static Duration at(Matcher times) {
    return Duration.ofHours(Long.parseLong(times.group(1)))
        .plusMinutes(Long.parseLong(times.group(2)))
        .plusSeconds(Long.parseLong(times.group(3)))
        .plusMillis(Long.parseLong(times.group(4)));
  }
}
