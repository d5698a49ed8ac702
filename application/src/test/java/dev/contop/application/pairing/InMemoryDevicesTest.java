package dev.contop.application.pairing;

final class InMemoryDevicesTest extends KeepDevicesContract {

  private final InMemoryDevices kept = new InMemoryDevices();

  @Override
  protected KeepDevices opened() {
    return kept;
  }
}
