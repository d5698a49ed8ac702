package dev.contop.wire;

import java.util.List;
import java.util.Map;

/** A piece of JSON (RFC 8259) that the strict reader has let through. */
sealed interface Json {

  /** An object; the order of its members means nothing. */
  record Members(Map<String, Json> byName) implements Json {

    /** The value of that name, or {@link Nothing#ABSENT}. */
    Json field(String name) {
      return byName.getOrDefault(name, Nothing.ABSENT);
    }
  }

  record Elements(List<Json> items) implements Json {}

  /** Well-formed Unicode: surrogates come in pairs. */
  record Text(String value) implements Json {}

  /** The nearest double; infinite when the number on the wire is beyond all doubles. */
  record Num(double value) implements Json {}

  record Truth(boolean value) implements Json {}

  enum Nothing implements Json {
    /** A {@code null} on the wire. */
    NULL,
    /** A field that is not there. */
    ABSENT
  }
}
