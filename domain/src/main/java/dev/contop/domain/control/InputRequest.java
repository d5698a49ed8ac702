package dev.contop.domain.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a {@code manual_control} message asks for (T61), read but not yet applied to a screen.
 *
 * <p>Those that are not fire-and-forget are answered with a {@code manual_control_result}.
 */
public sealed interface InputRequest {

  /** The name of the action on the wire. */
  String action();

  /** Whether the phone expects no answer. */
  boolean fireAndForget();

  /** Whether the action may come over the fast channel (T15). */
  default boolean allowedOnFast() {
    return false;
  }

  record MoveTo(VideoPoint to, OptionalLong counter) implements InputRequest {
    @Override
    public String action() {
      return "mouse_move";
    }

    @Override
    public boolean fireAndForget() {
      return true;
    }

    @Override
    public boolean allowedOnFast() {
      return true;
    }
  }

  record MoveBy(double dx, double dy, OptionalLong counter) implements InputRequest {
    @Override
    public String action() {
      return "mouse_move";
    }

    @Override
    public boolean fireAndForget() {
      return true;
    }

    @Override
    public boolean allowedOnFast() {
      return true;
    }
  }

  record Press(MouseButton button, Optional<VideoPoint> at) implements InputRequest {
    @Override
    public String action() {
      return "mouse_down";
    }

    @Override
    public boolean fireAndForget() {
      return true;
    }

    @Override
    public boolean allowedOnFast() {
      return true;
    }
  }

  record Release(MouseButton button, Optional<VideoPoint> at) implements InputRequest {
    @Override
    public String action() {
      return "mouse_up";
    }

    @Override
    public boolean fireAndForget() {
      return true;
    }

    @Override
    public boolean allowedOnFast() {
      return true;
    }
  }

  /** {@code click}, {@code right_click} and {@code double_click}. */
  record Click(String action, MouseButton button, int times, Optional<VideoPoint> at)
      implements InputRequest {
    @Override
    public boolean fireAndForget() {
      return false;
    }
  }

  /** {@code amount} is in notches of a wheel. */
  record Scroll(ScrollDirection direction, int amount, Optional<VideoPoint> at)
      implements InputRequest {
    @Override
    public String action() {
      return "scroll";
    }

    @Override
    public boolean fireAndForget() {
      return true;
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

    @Override
    public boolean fireAndForget() {
      return false;
    }
  }

  /** Any Unicode text. */
  record TypeText(String text) implements InputRequest {
    @Override
    public String action() {
      return "type_text";
    }

    @Override
    public boolean fireAndForget() {
      return false;
    }
  }

  /** A well-formed request that cannot be done: it is answered with the reason. */
  record Unusable(String action, String reason) implements InputRequest {
    @Override
    public boolean fireAndForget() {
      return false;
    }
  }
}
