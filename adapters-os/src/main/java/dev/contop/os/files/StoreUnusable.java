package dev.contop.os.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A folder or file that the host cannot keep its things in; one line with cause and remedy. */
public final class StoreUnusable extends Exception {

  private static final long serialVersionUID = 1L;

  public StoreUnusable(String message) {
    super(message);
  }

  /** The data folder as a whole cannot be used. */
  public static StoreUnusable folder(Path folder, Exception cause) {
    return new StoreUnusable(
        "The data folder "
            + folder
            + " cannot be used ("
            + inWords(cause)
            + "): make it writable, or choose another with --data-dir.");
  }

  private static String inWords(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "no permission";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file is in its place";
    }
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }
}
