package dev.contop.application.signaling;

import dev.contop.domain.signaling.ToPhone;
import java.util.concurrent.CompletableFuture;

/** A phone that the host plays to itself. Any thread; nothing blocks. */
public interface PlayedPhone extends AutoCloseable {

  /** What the host says to the phone. */
  void received(ToPhone message);

  /**
   * Done when the phone has talked with the host for a while over the reliable channel; fails with
   * the reason when it cannot.
   */
  CompletableFuture<Void> talked();

  @Override
  void close();
}
