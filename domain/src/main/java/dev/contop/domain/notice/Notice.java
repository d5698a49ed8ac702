package dev.contop.domain.notice;

import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;
import java.util.regex.Pattern;

/**
 * Something about phones that the computer's owner should notice.
 *
 * <p>Its words are the host's own: nothing that a phone says of itself is in them, since they go to
 * a program that may read markup in them.
 */
public sealed interface Notice {

  /** A few words. */
  String title();

  /** One sentence. */
  String text();

  /** A phone has an open connection. */
  record PhoneConnected(DeviceId device, Role role) implements Notice {
    @Override
    public String title() {
      return "A phone is connected";
    }

    @Override
    public String text() {
      return device.value()
          + (role == Role.VIEW ? " watches this desktop." : " sees and drives this desktop.");
    }
  }

  /** A pairing was made. */
  record PhonePaired(DeviceId device, ConnectionType connection, Role role) implements Notice {
    @Override
    public String title() {
      return "A phone can be paired";
    }

    @Override
    public String text() {
      return "A code was made for "
          + device.value()
          + (role == Role.VIEW ? ", which may watch" : ", which may drive this desktop")
          + (connection == ConnectionType.PERMANENT ? " for 30 days." : " for four hours.");
    }
  }

  /** Somebody at that address tries again and again to get in. */
  record RefusedRepeatedly(String address) implements Notice {

    private static final Pattern IP = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    public RefusedRepeatedly {
      address = IP.matcher(address).matches() ? address : "an unknown address";
    }

    @Override
    public String title() {
      return "Somebody was refused repeatedly";
    }

    @Override
    public String text() {
      return "Someone at " + address + " tried to connect without a valid pairing.";
    }
  }
}
