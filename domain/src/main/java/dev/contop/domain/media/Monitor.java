package dev.contop.domain.media;

/**
 * One of the monitors that a desktop is spread over (T76).
 *
 * @param id stays the same while the monitor is there
 * @param name for people, such as {@code HDMI-1}
 */
public record Monitor(String id, String name, ScreenArea area, boolean primary) {

  /** The id that stands for all monitors as one, and that none has. */
  public static final String ALL = "all";
}
