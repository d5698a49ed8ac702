package dev.contop.bootstrap.config;

import dev.contop.application.recording.RecordingTerms;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingWishes;
import dev.contop.domain.recording.Retention;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about recording (T75). */
final class RecordingOptions {

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,6})([MG])");
  private static final long MEGABYTE = 1_000_000;

  @Option(
      names = "--record",
      defaultValue = "false",
      description =
          "Record the screen while a phone is connected, into the folder “recordings” of the data"
              + " folder. The phone shows that it is recorded.")
  private boolean all;

  @Option(
      names = "--record-device",
      split = "\\s+",
      paramLabel = "DEVICE",
      description = "Record while this phone is connected; may be given several times.")
  private @Nullable List<String> devices;

  @Option(
      names = "--record-format",
      defaultValue = "mp4",
      paramLabel = "mp4|webm",
      description = "MP4 with H264, or WebM with VP8 (default: mp4).")
  private String format = "";

  @Option(
      names = "--record-max-size",
      defaultValue = "10G",
      paramLabel = "SIZE",
      description =
          "All recordings together take at most so much, such as 500M or 10G (default: 10G); the"
              + " oldest are removed.")
  private String maxSize = "";

  @Option(
      names = "--record-max-age",
      defaultValue = "30d",
      paramLabel = "TIME",
      description = "Recordings are removed after so long, or “never” (default: 30d).")
  private String maxAge = "";

  RecordingTerms checked() throws StartRefused {
    return new RecordingTerms(
        RecordingWishes.of(all, named()),
        RecordingFormat.named(format)
            .orElseThrow(
                () ->
                    new StartRefused("--record-format must be mp4 or webm, not “" + format + "”")),
        new Retention(bytes(), age()));
  }

  private Set<DeviceId> named() throws StartRefused {
    Set<DeviceId> named = new HashSet<>();
    for (String device : devices == null ? List.<String>of() : devices) {
      if (!DeviceId.isValid(device)) {
        throw new StartRefused(
            "--record-device needs a device as “contop-host devices” lists it, not “"
                + device
                + "”");
      }
      named.add(new DeviceId(device));
    }
    return named;
  }

  private long bytes() throws StartRefused {
    Matcher parts = SIZE.matcher(maxSize);
    if (!parts.matches()) {
      throw new StartRefused(
          "--record-max-size must be a number and M or G, such as 500M, not “" + maxSize + "”");
    }
    long unit = parts.group(2).equals("G") ? 1000 * MEGABYTE : MEGABYTE;
    return Long.parseLong(parts.group(1)) * unit;
  }

  private Optional<Duration> age() throws StartRefused {
    return maxAge.equals("never")
        ? Optional.empty()
        : Optional.of(ShortTime.parse("--record-max-age", maxAge));
  }
}
