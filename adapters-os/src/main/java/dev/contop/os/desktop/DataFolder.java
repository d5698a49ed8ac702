package dev.contop.os.desktop;

import dev.contop.os.files.OwnerOnly;
import dev.contop.os.files.StoreUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the host keeps its files: the platform's folder for a user's application data. */
public final class DataFolder {

  private DataFolder() {}

  /** The folder on this machine; it need not exist yet. */
  public static Path usual() {
    return usual(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  /**
   * The folder on a machine of which this is known.
   *
   * <p>Linux: {@code $XDG_DATA_HOME/contop-host}, by default below {@code ~/.local/share} (XDG Base
   * Directory Specification). macOS: {@code ~/Library/Application Support/Contop Host}. Windows:
   * {@code %APPDATA%\Contop Host}.
   */
  static Path usual(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
      return base.resolve("Contop Host");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Contop Host");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // The specification tells to ignore a relative one.
    Path base = data.startsWith("/") ? Path.of(data) : home.resolve(".local").resolve("share");
    return base.resolve("contop-host");
  }

  /**
   * Makes the folder if it is missing, and closes it to other users.
   *
   * @throws StoreUnusable when it cannot be made or written to, with the remedy in words
   */
  public static Path prepare(Path folder) throws StoreUnusable {
    try {
      OwnerOnly.makeFolder(folder);
      Path probe = folder.resolve(".writable");
      OwnerOnly.write(probe, new byte[0]);
      Files.delete(probe);
      return folder;
    } catch (IOException | SecurityException e) {
      throw StoreUnusable.folder(folder, e);
    }
  }
}
