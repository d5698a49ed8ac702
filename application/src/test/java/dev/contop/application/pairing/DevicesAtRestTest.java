package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.ManualSchedule;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.TokenKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** When devices are kept, and what is done when they cannot be. */
class DevicesAtRestTest {

  private final InMemoryDevices store = new InMemoryDevices();
  private final ManualSchedule schedule = new ManualSchedule(new FakeTicks());
  private final List<Device> devices = new ArrayList<>();
  private final DevicesAtRest rest =
      new DevicesAtRest(store, schedule, Runnable::run, () -> List.copyOf(devices));

  private static Device device(String id) {
    return Device.of(
        new Pairing(
            new DeviceId(id),
            new TokenKey(new byte[32]),
            ConnectionType.PERMANENT,
            Role.CONTROL,
            Instant.parse("2030-01-01T12:00:00Z")));
  }

  @Test
  void shouldKeepOnceWhatChangesOften() {
    // When
    for (int i = 0; i < 50; i++) {
      devices.add(device("phone-" + i));
      rest.saveSoon();
    }
    schedule.pass(DevicesAtRest.KEPT_WITHIN);

    // Then
    assertThat(store.saves()).isEqualTo(1);
    assertThat(store.load()).isEqualTo(devices);
    rest.flush();
    assertThat(store.saves()).isEqualTo(1);
  }

  @Test
  void shouldBeBehindUntilItIsKept() throws NotKept {
    // Given
    store.breakDown("The disk is full.");
    assertThatThrownBy(rest::save).isInstanceOf(NotKept.class);
    rest.flush();
    assertThatThrownBy(rest::saveIfBehind).isInstanceOf(NotKept.class);

    // When
    store.mend();
    rest.saveIfBehind();
    rest.saveIfBehind();

    // Then
    assertThat(store.saves()).isEqualTo(1);
  }

  @Test
  void shouldKnowOfWhatChangesWhileItIsKept() throws NotKept {
    // Given a change between the look at the devices and the end of writing
    List<DevicesAtRest> self = new ArrayList<>();
    DevicesAtRest changing =
        new DevicesAtRest(
            store,
            schedule,
            Runnable::run,
            () -> {
              if (devices.isEmpty()) {
                self.get(0).saveSoon();
                List<Device> before = List.copyOf(devices);
                devices.add(device("late"));
                return before;
              }
              return List.copyOf(devices);
            });
    self.add(changing);

    // When
    changing.save();
    assertThat(store.load()).isEmpty();
    schedule.pass(DevicesAtRest.KEPT_WITHIN);

    // Then
    assertThat(store.load()).isEqualTo(devices);
  }

  @Test
  void shouldLeaveWhatComesAfterTheEndToTheEnd() {
    // Given
    devices.add(device("phone"));
    DevicesAtRest closing =
        new DevicesAtRest(
            store,
            schedule,
            task -> {
              throw new RejectedExecutionException("closed");
            },
            () -> List.copyOf(devices));

    // When
    closing.saveNext();
    assertThat(store.load()).isEmpty();
    closing.flush();

    // Then
    assertThat(store.load()).isEqualTo(devices);
  }
}
