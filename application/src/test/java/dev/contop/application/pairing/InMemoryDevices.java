package dev.contop.application.pairing;

import dev.contop.domain.pairing.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Devices kept in memory, over "restarts" of whoever uses it; can be made to fail. */
public final class InMemoryDevices implements KeepDevices {

  private final List<Device> kept = new ArrayList<>();
  private Optional<String> broken = Optional.empty();
  private int saves;

  @Override
  public synchronized List<Device> load() {
    return List.copyOf(kept);
  }

  @Override
  public synchronized void save(List<Device> devices) throws NotKept {
    if (broken.isPresent()) {
      throw new NotKept(broken.get(), new IllegalStateException());
    }
    saves++;
    kept.clear();
    kept.addAll(devices);
  }

  /** From now on nothing can be kept. */
  public synchronized void breakDown(String reason) {
    broken = Optional.of(reason);
  }

  public synchronized void mend() {
    broken = Optional.empty();
  }

  /** How often something was kept. */
  public synchronized int saves() {
    return saves;
  }
}
