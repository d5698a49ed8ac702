package dev.contop.application.input;

final class RecordingInputTest extends InjectInputContract {

  private final RecordingInput subject = new RecordingInput();

  @Override
  protected InjectInput subject() {
    return subject;
  }

  @Override
  protected DesktopProbe desktop() {
    return subject;
  }
}
