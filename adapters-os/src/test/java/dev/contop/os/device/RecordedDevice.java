package dev.contop.os.device;

import dev.contop.application.device.ControlDevice;
import dev.contop.application.device.ObserveDevice;
import dev.contop.domain.device.DeviceAction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks a desktop and waits for what it says. */
final class RecordedDevice {

  static final String DONE = "done";

  private RecordedDevice() {}

  static String ask(ControlDevice device, DeviceAction action) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    device.act(
        action,
        new ObserveDevice() {
          @Override
          public void done() {
            answer.complete(DONE);
          }

          @Override
          public void failed(String words) {
            answer.complete(words);
          }
        });
    return answer.get(5, TimeUnit.SECONDS);
  }
}
