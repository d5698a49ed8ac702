package dev.contop.wire;

import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScrollDirection;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.media.ScreenSize;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The payload of {@code manual_control}, by action (T61, T62, T64).
 *
 * <p>What is not of the shape of its action is wrong, as anywhere (T13); what has the shape and
 * cannot be done is {@link InputRequest.Unusable}, which gets an answer of its own.
 */
final class InputRequests {

  /** Far beyond any screen, near enough that arithmetic on it stays harmless. */
  static final double FARTHEST = 100_000;

  /** No video is larger. */
  private static final int LARGEST = 16_384;

  static final int MAX_NOTCHES = 100;
  static final int MAX_TEXT = 4096;

  private static final double FEWEST_NOTCHES = 0.01;

  private static final Map<String, MouseButton> BUTTONS =
      Map.of("left", MouseButton.LEFT, "middle", MouseButton.MIDDLE, "right", MouseButton.RIGHT);

  private static final Map<String, ScrollDirection> DIRECTIONS =
      Map.of(
          "up", ScrollDirection.UP,
          "down", ScrollDirection.DOWN,
          "left", ScrollDirection.LEFT,
          "right", ScrollDirection.RIGHT);

  private InputRequests() {}

  static InputRequest read(Fields in) {
    String action = in.text("action");
    return switch (action) {
      case "mouse_move" -> move(in);
      case "mouse_down" -> withButton(in, action, b -> new InputRequest.Press(b, place(in)));
      case "mouse_up" -> withButton(in, action, b -> new InputRequest.Release(b, place(in)));
      case "click" -> withButton(in, action, b -> new InputRequest.Click(action, b, 1, place(in)));
      case "right_click" -> new InputRequest.Click(action, MouseButton.RIGHT, 1, place(in));
      case "double_click" -> new InputRequest.Click(action, MouseButton.LEFT, 2, place(in));
      case "scroll" -> scroll(in);
      case "key_combo" -> KeyCombos.read(in);
      case "type_text" -> typing(in);
      default -> new InputRequest.Unusable(Unicode.shown(action), "This action is not known.");
    };
  }

  private static InputRequest move(Fields in) {
    boolean absolute = in.has("x") || in.has("y");
    boolean relative = in.has("dx") || in.has("dy");
    if (absolute && relative) {
      in.outOfRange("dx");
    }
    if (absolute) {
      return new InputRequest.MoveTo(point(in), in.optionalCounter("t"));
    }
    return new InputRequest.MoveBy(
        coordinate(in, "dx"), coordinate(in, "dy"), in.optionalCounter("t"));
  }

  private static InputRequest withButton(
      Fields in, String action, Function<MouseButton, InputRequest> request) {
    MouseButton button = BUTTONS.get(in.optionalText("button").orElse("left"));
    return button == null
        ? new InputRequest.Unusable(action, "The button must be left, middle or right.")
        : request.apply(button);
  }

  private static InputRequest scroll(Fields in) {
    ScrollDirection direction = DIRECTIONS.get(in.text("direction"));
    double amount = in.optionalNumber("amount", FEWEST_NOTCHES, MAX_NOTCHES).orElse(1);
    if (direction == null) {
      return new InputRequest.Unusable("scroll", "The direction must be up, down, left or right.");
    }
    return new InputRequest.Scroll(direction, (int) Math.max(1, Math.round(amount)), place(in));
  }

  private static InputRequest typing(Fields in) {
    String text = in.text("text");
    if (text.isEmpty()) {
      return new InputRequest.Unusable("type_text", "There is no text to type.");
    }
    return text.length() > MAX_TEXT
        ? new InputRequest.Unusable(
            "type_text", "The text has more than " + MAX_TEXT + " characters.")
        : new InputRequest.TypeText(text);
  }

  /** Where the action is meant for, if the phone knows (T64): both coordinates or neither. */
  private static Optional<VideoPoint> place(Fields in) {
    return in.has("x") || in.has("y") ? Optional.of(point(in)) : Optional.empty();
  }

  /** With {@code w} and {@code h} the phone says which size of picture it is a place of. */
  private static VideoPoint point(Fields in) {
    Optional<ScreenSize> of =
        in.has("w") || in.has("h")
            ? Optional.of(
                new ScreenSize(
                    (int) in.counter("w", 1, LARGEST), (int) in.counter("h", 1, LARGEST)))
            : Optional.empty();
    return new VideoPoint(coordinate(in, "x"), coordinate(in, "y"), of);
  }

  private static double coordinate(Fields in, String name) {
    return in.number(name, -FARTHEST, FARTHEST);
  }
}
