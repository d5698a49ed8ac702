package dev.contop.application.screen;

import java.util.Map;
import java.util.Optional;

/** Says of a Wayland session that it cannot be shown, and what to do instead. */
public final class WaylandSession {

  private static final String THIS = "This is a Wayland session";
  private static final String REMEDY =
      ", which does not let other programs read its screen: log in to an X11 session (“on Xorg”),"
          + " or use --screen virtual";

  private WaylandSession() {}

  /**
   * The sentence about something that belongs to a Wayland session.
   *
   * @param what its beginning, such as {@code The display :0 belongs to a Wayland session}
   */
  public static String sentence(String what) {
    return what + REMEDY;
  }

  /**
   * Why there is no X11 desktop when no display is named.
   *
   * @param environment of the process
   */
  public static String noDisplay(Map<String, String> environment) {
    return isIn(environment)
        ? sentence(THIS)
        : "DISPLAY is not set, so there is no X11 desktop here";
  }

  /**
   * Why a display that is named cannot be read.
   *
   * @param environment of the process
   * @param reason what the display's adapter says of it
   */
  public static String unreadable(Map<String, String> environment, String reason) {
    return isIn(environment) && !reason.contains("Wayland")
        ? sentence(THIS) + ". " + reason
        : reason;
  }

  /** Whether the process was started in one (XDG_SESSION_TYPE of systemd, or the socket's name). */
  static boolean isIn(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_SESSION_TYPE"))
            .filter(type -> type.equalsIgnoreCase("wayland"))
            .isPresent()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
