package dev.contop.application.recording;

/** The fake keeps the promise too. */
class InMemoryRecordingsTest extends KeepRecordingsContract {

  private final InMemoryRecordings recordings = new InMemoryRecordings();

  @Override
  protected KeepRecordings subject() {
    return recordings;
  }
}
