package dev.contop.planted.os;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Is named for what it is, and has a method that a library asks for. */
public final class DataFolder extends AbstractMap<String, String> {
  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  @Override
  public String getOrDefault(Object key, String otherwise) {
    return otherwise;
  }
}
