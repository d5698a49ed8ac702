package dev.contop.wire;

import dev.contop.domain.control.InputRequest;
import java.util.ArrayList;
import java.util.List;

/** The keys of a {@code key_combo}: names, pressed together (T61). */
final class KeyCombos {

  static final int MAX_KEYS = 8;
  static final int MAX_NAME = 32;

  private KeyCombos() {}

  static InputRequest read(Fields in) {
    if (!in.has("keys")) {
      return unusable("There are no keys to press.");
    }
    if (!(in.raw("keys") instanceof Json.Elements elements)) {
      in.refuse("keys");
      return unusable("");
    }
    List<String> keys = new ArrayList<>();
    for (Json element : elements.items()) {
      if (!(element instanceof Json.Text name)) {
        in.refuse("keys");
        return unusable("");
      }
      keys.add(name.value());
    }
    if (keys.isEmpty()) {
      return unusable("There are no keys to press.");
    }
    if (keys.size() > MAX_KEYS) {
      return unusable("No more than " + MAX_KEYS + " keys can be pressed together.");
    }
    if (keys.stream().anyMatch(key -> key.isEmpty() || key.length() > MAX_NAME)) {
      return unusable("A key needs a name of 1 to " + MAX_NAME + " characters.");
    }
    return new InputRequest.KeyCombo(keys);
  }

  private static InputRequest unusable(String reason) {
    return new InputRequest.Unusable("key_combo", reason);
  }
}
