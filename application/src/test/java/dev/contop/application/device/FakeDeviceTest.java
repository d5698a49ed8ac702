package dev.contop.application.device;

final class FakeDeviceTest extends ControlDeviceContract {

  private final FakeDevice subject = new FakeDevice();

  @Override
  protected ControlDevice subject() {
    return subject;
  }
}
