package dev.contop.domain.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a {@code manual_control} message asks for (T61), read but not yet applied to a screen. */
public sealed interface InputRequest {

  /** The name of the action on the wire. */
  String action();

  /** Whether the action may come over the fast channel (T15). */
  default boolean allowedOnFast() {
    return false;
  }

  /** Whether the phone is told how it went (T61). */
  default boolean isAnswered() {
    return true;
  }

  /** A pointer event that may be lost or overtaken: what follows it makes up for it (T15). */
  sealed interface Fleeting extends InputRequest {
    @Override
    default boolean allowedOnFast() {
      return true;
    }

    @Override
    default boolean isAnswered() {
      return false;
    }
  }

  record MoveTo(VideoPoint to, OptionalLong counter) implements Fleeting {
    @Override
    public String action() {
      return "mouse_move";
    }
  }

  record MoveBy(double dx, double dy, OptionalLong counter) implements Fleeting {
    @Override
    public String action() {
      return "mouse_move";
    }
  }

  record Press(MouseButton button, Optional<VideoPoint> at) implements Fleeting {
    @Override
    public String action() {
      return "mouse_down";
    }
  }

  record Release(MouseButton button, Optional<VideoPoint> at) implements Fleeting {
    @Override
    public String action() {
      return "mouse_up";
    }
  }

  /** {@code click}, {@code right_click} and {@code double_click}. */
  record Click(String action, MouseButton button, int times, Optional<VideoPoint> at)
      implements InputRequest {}

  /** {@code amount} is in notches of a wheel. */
  record Scroll(ScrollDirection direction, int amount, Optional<VideoPoint> at)
      implements InputRequest {
    @Override
    public String action() {
      return "scroll";
    }

    @Override
    public boolean isAnswered() {
      return false;
    }
  }

  /** Keys pressed together, by name, in the order given. */
  record KeyCombo(List<String> keys) implements InputRequest {
    public KeyCombo {
      keys = List.copyOf(keys);
    }

    @Override
    public String action() {
      return "key_combo";
    }
  }

  /** Any Unicode text. */
  record TypeText(String text) implements InputRequest {
    @Override
    public String action() {
      return "type_text";
    }
  }

  /** A well-formed request that cannot be done: it is answered with the reason. */
  record Unusable(String action, String reason) implements InputRequest {}
}
