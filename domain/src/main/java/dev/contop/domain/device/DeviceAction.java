package dev.contop.domain.device;

/** What {@code device_control} asks of the desktop (T54). */
public enum DeviceAction {
  LOCK_SCREEN("lock_screen"),
  KEEP_AWAKE_ON("keep_awake_on"),
  KEEP_AWAKE_OFF("keep_awake_off");

  private final String wireName;

  DeviceAction(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
