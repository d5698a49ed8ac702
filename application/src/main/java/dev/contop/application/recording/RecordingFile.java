package dev.contop.application.recording;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingPacing;
import dev.contop.domain.recording.WebVtt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of a recording with its captions; for the recording's thread. */
final class RecordingFile {

  static final String UNWRITABLE = "The folder of recordings cannot be written.";

  private static final Logger LOG = LoggerFactory.getLogger(RecordingFile.class);

  /** What is kept can be removed by the hour, and a player need not look far. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Duration APART = Duration.ofMillis(1);

  private final RecordingName name;
  private final ScreenSize size;
  private final Instant began;
  private final Ticks begin;
  private final VideoFile video;
  private final KeepRecordings.WriteCaptions captions;
  private RecordingPacing pacing;
  private Duration last = APART.negated();
  private boolean captioned = true;

  private RecordingFile(
      RecordingName name,
      ScreenSize size,
      Ticks begin,
      VideoFile video,
      KeepRecordings.WriteCaptions captions) {
    this.name = name;
    this.size = size;
    this.began = name.began();
    this.begin = begin;
    this.video = video;
    this.captions = captions;
    this.pacing = RecordingPacing.starting(begin);
  }

  /** What the file is called that begins with a picture as it was at {@code begin}. */
  static RecordingName name(
      RecorderPorts ports, String deviceName, RecordingFormat format, Ticks begin) {
    Duration ago = ports.clock().now().since(begin);
    return RecordingName.of(ports.wallClock().now().minus(ago), deviceName, format);
  }

  /**
   * Makes and opens the file of that name, which begins at {@code begin}.
   *
   * @throws RecordingFailed when it cannot; no file is left behind then
   */
  static RecordingFile open(RecorderPorts ports, RecordingName name, ScreenSize size, Ticks begin)
      throws RecordingFailed {
    KeepRecordings.WriteCaptions captions;
    try {
      captions = ports.keep().make(name);
    } catch (IOException cannot) {
      throw new RecordingFailed(UNWRITABLE, cannot);
    }
    try {
      VideoFile video = ports.videos().open(name, size);
      RecordingFile file = new RecordingFile(name, size, begin, video, captions);
      file.append(WebVtt.HEADER);
      return file;
    } catch (RecordingFailed | RuntimeException | Error failed) {
      discard(ports.keep(), name, captions);
      throw failed;
    }
  }

  private static void discard(
      KeepRecordings keep, RecordingName name, KeepRecordings.WriteCaptions captions) {
    try {
      captions.close();
      keep.remove(name);
    } catch (IOException left) {
      LOG.warn("The empty file of a recording could not be removed", left);
    }
  }

  RecordingName name() {
    return name;
  }

  Ticks due(boolean changed) {
    return pacing.due(changed);
  }

  /** Whether a picture of that size still belongs into this file. */
  boolean holds(ScreenSize next, Ticks now) {
    return next.equals(size) && now.since(begin).compareTo(LONGEST) < 0;
  }

  /**
   * Adds a picture as it was at {@code at}, or a moment later if there is a later one already.
   *
   * @param now when it is written
   */
  void add(LatestPicture.Taken picture, Ticks at, Ticks now) throws RecordingFailed {
    Duration place = at.since(begin);
    Duration earliest = last.plus(APART);
    Duration chosen = place.compareTo(earliest) < 0 ? earliest : place;
    last = chosen;
    video.add(picture.pixels(), picture.stride(), chosen);
    pacing = pacing.wrote(now);
  }

  /** Writes a caption; without captions the recording goes on. */
  void caption(WaitingCaptions.Caption caption) {
    append(WebVtt.cue(Duration.between(began, caption.at()), caption.words()));
  }

  private void append(String text) {
    if (!captioned) {
      return;
    }
    try {
      captions.append(text);
    } catch (IOException failed) {
      captioned = false;
      LOG.warn("The captions of a recording cannot be written; the recording goes on", failed);
    }
  }

  void close() throws RecordingFailed {
    try {
      captions.close();
    } catch (IOException unclosed) {
      LOG.warn("The captions of a recording could not be closed", unclosed);
    } finally {
      video.close();
    }
  }
}
