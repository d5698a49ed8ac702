package dev.contop.domain.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was said before the next intent, as the phone tells it (T54): bounded, oldest first. */
public record Backstory(List<Entry> entries) {

  public static final Backstory NONE = new Backstory(List.of());

  public Backstory {
    entries = List.copyOf(entries);
  }

  /**
   * One thing that was said.
   *
   * @param role who said it, in the phone's words; may be empty
   */
  public record Entry(String role, String text) {

    /** Logs never show what was said. */
    @Override
    public String toString() {
      return "Entry[hidden]";
    }
  }

  /** The newest of {@code entries} whose texts have at most {@code characters} together. */
  public static Backstory of(List<Entry> entries, int characters) {
    List<Entry> kept = new ArrayList<>();
    int left = characters;
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      left -= entry.role().length() + entry.text().length();
      if (left < 0) {
        break;
      }
      kept.add(entry);
    }
    Collections.reverse(kept);
    return new Backstory(kept);
  }
}
