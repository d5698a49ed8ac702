package dev.contop.domain.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Gathers what is known of a family of programs. Each name stands in one place alone. */
final class Table {

  private final Map<String, Program> programs = new HashMap<>();

  Table with(Program program, String... names) {
    for (String name : names) {
      if (programs.put(name, program) != null) {
        throw new IllegalStateException("Two entries for " + name);
      }
    }
    return this;
  }

  /** Programs that ask whatever their arguments are, since each {@code says}. */
  Table asking(String says, String... names) {
    return with(call -> call.asks(says), names);
  }

  Table with(Map<String, Program> family) {
    family.forEach((name, program) -> with(program, name));
    return this;
  }

  Map<String, Program> done() {
    return Collections.unmodifiableMap(programs);
  }
}
