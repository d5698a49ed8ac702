package dev.contop.application.recording;

import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;
import java.util.List;

/** The fake keeps the promise too. */
class FakeVideoFilesTest extends VideoFileContract {

  private final FakeVideoFiles files = new FakeVideoFiles();

  @Override
  protected void make(RecordingName name) {
    // It needs none.
  }

  @Override
  protected OpenVideoFile subject() {
    return files;
  }

  @Override
  protected List<Long> times(RecordingName name) {
    return files.times(name);
  }

  @Override
  protected ScreenSize size(RecordingName name) {
    return files.size(name);
  }

  @Override
  protected void spoil(RecordingName name) {
    files.refuse("The disk is full, or may not be written.");
  }
}
