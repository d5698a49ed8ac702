package dev.contop.application.device;

import dev.contop.domain.device.DeviceAction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desktop that does what it is asked, or says what it was told to say. Thread-safe. */
public final class FakeDevice implements ControlDevice {

  private final List<DeviceAction> asked = new CopyOnWriteArrayList<>();
  private volatile Optional<String> lack = Optional.empty();
  private volatile boolean awake;

  @Override
  public void act(DeviceAction action, ObserveDevice observer) {
    asked.add(action);
    if (lack.isPresent()) {
      observer.failed(lack.get());
      return;
    }
    awake = action == DeviceAction.LOCK_SCREEN ? awake : action == DeviceAction.KEEP_AWAKE_ON;
    observer.done();
  }

  @Override
  public boolean isKeptAwake() {
    return awake;
  }

  public void lack(String words) {
    lack = Optional.of(words);
  }

  public List<DeviceAction> asked() {
    return List.copyOf(asked);
  }
}
