package dev.contop.os.audit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why the log cannot be written, in words for a phone: without paths. */
final class FailureWords {

  /** With less than this left a disk counts as full. */
  private static final long HARDLY_ANY = 64 * 1024;

  private FailureWords() {}

  static String of(IOException failure, Path folder) {
    return "The audit log cannot be written: " + cause(failure, folder) + ".";
  }

  private static String cause(IOException failure, Path folder) {
    if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
      return "its folder is gone";
    }
    if (failure instanceof AccessDeniedException) {
      return "the host may not write there";
    }
    if (!Files.isDirectory(folder)) {
      return "its folder is gone or something else is in its place";
    }
    String message = String.valueOf(failure.getMessage());
    if (message.contains("No space left") || message.contains("quota") || isFull(folder)) {
      return "the disk is full";
    }
    if (message.contains("Read-only") || isReadOnly(folder)) {
      return "the disk is read-only";
    }
    // Messages of the file system begin with the path; those of this package hold none.
    return failure.getClass() == IOException.class && !message.contains("/")
        ? message
        : "the disk does not take it";
  }

  private static boolean isFull(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < HARDLY_ANY;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static boolean isReadOnly(Path folder) {
    try {
      return Files.getFileStore(folder).isReadOnly();
    } catch (IOException unknown) {
      return false;
    }
  }
}
