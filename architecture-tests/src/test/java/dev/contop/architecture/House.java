package dev.contop.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the rooms of a house are: {@code dev.contop} is the real one, and the planted one breaks
 * every rule somewhere.
 */
record House(String root) {

  static final House REAL = new House("dev.contop");
  static final House PLANTED = new House("dev.contop.planted");

  static final List<String> ADAPTERS = List.of("webrtc", "signaling", "capture", "os");
  static final List<String> MODULES =
      List.of("domain", "application", "wire", "webrtc", "signaling", "capture", "os", "bootstrap");

  /** A room with all that is in it, as ArchUnit writes it. */
  String room(String name) {
    return root + "." + name + "..";
  }

  /** Just that package. */
  String only(String name) {
    return root + "." + name;
  }

  String[] rooms(List<String> names) {
    return names.stream().map(this::room).toArray(String[]::new);
  }

  String[] roomsBut(String... names) {
    return MODULES.stream()
        .filter(module -> !List.of(names).contains(module))
        .map(this::room)
        .toArray(String[]::new);
  }

  /** Rooms and what may be used in them besides. */
  String[] roomsAnd(List<String> names, String... others) {
    return Stream.concat(names.stream().map(this::room), Stream.of(others)).toArray(String[]::new);
  }
}
