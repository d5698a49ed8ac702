package dev.contop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** An X server, a host that shows it, and a phone: what most tests start from. */
final class Rig implements AutoCloseable {

  final Path work;
  final Xvfb screen;
  final HostProcess host;
  final PhoneBrowser phone;

  private Rig(Path work, Xvfb screen, HostProcess host, PhoneBrowser phone) {
    this.work = work;
    this.screen = screen;
    this.host = host;
    this.phone = phone;
  }

  static Rig start(String name, int width, int height, String... options) throws IOException {
    Path artifacts = Files.createDirectories(Painted.artifacts());
    Path work = Files.createTempDirectory(artifacts.toAbsolutePath(), name + "-");
    CompletableFuture<PhoneBrowser> phone = CompletableFuture.supplyAsync(PhoneBrowser::open);
    Xvfb screen = Xvfb.start(width, height);
    try {
      HostProcess host = HostProcess.start(work, screen.display(), options);
      try {
        return new Rig(work, screen, host, phone.join());
      } catch (RuntimeException noBrowser) {
        host.close();
        throw noBrowser;
      }
    } catch (IOException | RuntimeException failed) {
      closeOnceOpen(phone);
      screen.close();
      throw failed;
    }
  }

  private static void closeOnceOpen(CompletableFuture<PhoneBrowser> phone) {
    phone
        .handle(
            (open, failed) -> {
              if (open != null) {
                open.close();
              }
              return failed == null;
            })
        .join();
  }

  /** The phone, connected and showing the screen. */
  PhoneBrowser live() {
    return phone.visit(host.link()).awaitState("live").awaitPicture();
  }

  @Override
  public void close() {
    CompletableFuture<Void> gone = CompletableFuture.runAsync(phone::close);
    host.close();
    screen.close();
    gone.join();
  }
}
