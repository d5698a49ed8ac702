package dev.contop.capture.x11;

import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.ScreenSize;

/** Finds out whether an X11 display can be read, for choosing a screen at start. */
public final class ProbeX11 {

  private ProbeX11() {}

  /** Tries to open the display. Any thread; may block for as long as the server is slow. */
  public static Probed probe(String display) {
    try (Screen screen = new OpenX11Screen(display).open()) {
      return new Usable(screen.size());
    } catch (ScreenUnavailable unavailable) {
      return new Unusable(unavailable.reason());
    }
  }

  /** What was found. */
  public sealed interface Probed {}

  /** The display can be read. */
  public record Usable(ScreenSize size) implements Probed {}

  /**
   * The display cannot be read.
   *
   * @param reason why, and what to do, in words for people
   */
  public record Unusable(String reason) implements Probed {}
}
