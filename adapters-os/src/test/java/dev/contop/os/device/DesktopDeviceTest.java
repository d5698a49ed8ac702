package dev.contop.os.device;

import dev.contop.application.device.ControlDevice;
import dev.contop.application.device.ControlDeviceContract;
import dev.contop.os.process.Programs;
import dev.contop.os.process.SessionPrograms;
import dev.contop.os.x11.XvfbForTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The contract on a real X server. */
final class DesktopDeviceTest extends ControlDeviceContract {

  private final XvfbForTest server = XvfbForTest.start();
  private final DesktopDevice subject =
      new DesktopDevice(
          new NoLock(),
          List.of(new SuspendedScreenSaver(server.display())),
          new SessionPrograms(Programs.in(List.of()), Path.of("/"), Map.of()));

  @Override
  protected ControlDevice subject() {
    return subject;
  }

  @AfterEach
  void close() {
    subject.close();
    server.close();
  }
}
