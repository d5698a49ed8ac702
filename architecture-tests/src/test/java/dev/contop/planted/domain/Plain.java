package dev.contop.planted.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that a domain may use. */
public record Plain(List<String> names, Duration time) {
  public Optional<String> first() {
    return names.stream().filter(name -> name.matches("[a-z]+")).findFirst();
  }
}
