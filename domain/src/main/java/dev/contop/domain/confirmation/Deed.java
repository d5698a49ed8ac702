package dev.contop.domain.confirmation;

import java.util.Map;
import java.util.TreeMap;

/**
 * Exactly what an approval is for (T52).
 *
 * @param command as it will be run, to the last character
 * @param folder where it will be run
 * @param environment variables that are set for it alone
 */
public record Deed(String tool, String command, String folder, Map<String, String> environment) {
  public Deed {
    environment = Map.copyOf(environment);
  }

  /**
   * The deed as bytes, no two deeds the same: tool, command, folder, and each variable's name and
   * value in the order of the names, each written as its length in UTF-16 units, a colon, the text,
   * and a comma; all of it in UTF-8.
   */
  byte[] canonical() {
    StringBuilder text = new StringBuilder();
    append(text, tool);
    append(text, command);
    append(text, folder);
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              append(text, name);
              append(text, value);
            });
    return Utf8.of(text);
  }

  private static void append(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part).append(',');
  }

  /** Logs never show what is to be run. */
  @Override
  public String toString() {
    return "Deed[hidden]";
  }
}
