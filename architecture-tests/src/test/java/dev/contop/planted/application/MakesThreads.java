package dev.contop.planted.application;

import java.util.concurrent.CompletableFuture;

/** Takes threads of its own. */
public final class MakesThreads {
  public Thread thread() {
    return new Thread(() -> {});
  }

  public CompletableFuture<Void> elsewhere() {
    return CompletableFuture.runAsync(() -> {});
  }
}
