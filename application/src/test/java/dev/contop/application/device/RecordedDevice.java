package dev.contop.application.device;

import dev.contop.domain.device.DeviceAction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a desktop and waits for what it says. */
public final class RecordedDevice {

  /** What {@link #ask} returns for what was done; else the words why it was not. */
  public static final String DONE = "done";

  private RecordedDevice() {}

  public static String ask(ControlDevice device, DeviceAction action)
      throws ExecutionException, InterruptedException, TimeoutException {
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
