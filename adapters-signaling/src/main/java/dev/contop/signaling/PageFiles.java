package dev.contop.signaling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The page's files below one folder of the class path; each is read once and then kept.
 *
 * <p>A path is made of plain names only, and ends in a name whose type is known: nothing leads out
 * of the folder, and folders themselves cannot be asked for. Thread-safe.
 */
final class PageFiles {

  private static final String INDEX = "/index.html";
  private static final int MAX_PATH = 200;
  private static final Pattern PATH =
      Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[a-z0-9]+");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("map", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  private final String folder;
  private final ClassLoader classPath;
  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /**
   * @param folder such as {@code dev/contop/web/page}, without slashes at its ends
   */
  PageFiles(String folder) {
    this.folder = folder;
    classPath = PageFiles.class.getClassLoader();
  }

  /** The file at {@code path}, which begins with a slash; {@code /} is the index. */
  Optional<PageFile> find(String path) {
    String file = path.equals("/") ? INDEX : path;
    if (file.length() > MAX_PATH || !PATH.matcher(file).matches()) {
      return Optional.empty();
    }
    Optional<PageFile> known = Optional.ofNullable(read.get(file));
    return known.isPresent() ? known : load(file);
  }

  private Optional<PageFile> load(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.get(ending);
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = classPath.getResourceAsStream(folder + file)) {
      if (in == null) {
        return Optional.empty();
      }
      PageFile loaded = PageFile.of(in.readAllBytes(), type);
      read.put(file, loaded);
      return Optional.of(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
