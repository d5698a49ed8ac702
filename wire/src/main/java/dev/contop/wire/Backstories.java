package dev.contop.wire;

import dev.contop.domain.execution.Backstory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The payload of {@code session_context} (T54): {@code entries} or {@code turns}, each a text or an
 * object with its text in {@code text} or {@code content} and, perhaps, a {@code role}.
 */
final class Backstories {

  static final int MAX_ENTRIES = 1000;
  static final int MAX_ROLE = 32;

  private Backstories() {}

  static List<Backstory.Entry> read(Fields in) {
    String field = in.has("turns") && !in.has("entries") ? "turns" : "entries";
    List<Backstory.Entry> entries = new ArrayList<>();
    if (!(in.raw(field) instanceof Json.Elements elements)
        || elements.items().size() > MAX_ENTRIES
        || (in.has("turns") && in.has("entries"))) {
      in.refuse(field);
      return entries;
    }
    for (Json item : elements.items()) {
      Optional<Backstory.Entry> entry = entry(item);
      if (entry.isEmpty()) {
        in.refuse(field);
        return List.of();
      }
      entries.add(entry.get());
    }
    return entries;
  }

  private static Optional<Backstory.Entry> entry(Json item) {
    if (item instanceof Json.Text text) {
      return Optional.of(new Backstory.Entry("", text.value()));
    }
    if (!(item instanceof Json.Members members)) {
      return Optional.empty();
    }
    Fields fields = new Fields(members);
    String role = fields.optionalLabel("role", MAX_ROLE).orElse("");
    String text = fields.text(fields.has("content") && !fields.has("text") ? "content" : "text");
    return fields.wrong().isPresent()
        ? Optional.empty()
        : Optional.of(new Backstory.Entry(role, text));
  }
}
