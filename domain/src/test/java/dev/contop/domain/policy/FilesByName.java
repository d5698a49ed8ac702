package dev.contop.domain.policy;

import java.util.Map;

/** Files that exist in memory; all others are absent. */
public final class FilesByName implements LookAtFile {

  private final String home;
  private final Map<String, Seen> files;

  /**
   * @param files whole paths
   */
  public FilesByName(String home, Map<String, Seen> files) {
    this.home = home;
    this.files = Map.copyOf(files);
  }

  @Override
  public Seen look(String path) {
    if (path.contains("..") || path.indexOf('\0') >= 0) {
      return Seen.UNKNOWN;
    }
    String plain = path.startsWith("./") ? path.substring(2) : path;
    if (plain.startsWith("~")) {
      return files.getOrDefault(home + plain.substring(1), Seen.ABSENT);
    }
    return files.getOrDefault(plain.startsWith("/") ? plain : home + "/" + plain, Seen.ABSENT);
  }
}
