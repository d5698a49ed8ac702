package dev.contop.domain.pairing;

import java.util.Arrays;
import java.util.Optional;

/** What a paired device may do (T95). */
public enum Role {
  /** See the desktop and drive it. */
  CONTROL("control"),
  /** See the desktop, and nothing else. */
  VIEW("view");

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /** The role of that name on the wire, if there is one. */
  public static Optional<Role> named(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }

  /** The name on the wire: {@code control} or {@code view}. */
  public String wireName() {
    return wireName;
  }

  /** The one of both that may do less: a role can be taken away, and never comes back by itself. */
  public Role stricter(Role other) {
    return this == VIEW ? this : other;
  }
}
