package dev.contop.domain.policy;

/** Tells what a path leads to at this moment. */
@FunctionalInterface
public interface LookAtFile {

  /** What is there. */
  enum Seen {
    EXISTS,
    ABSENT,
    /** A disk or a part of one that is mounted, swapped to, or part of another. */
    DEVICE_IN_USE,
    /** It could not be told, at once and for certain. */
    UNKNOWN
  }

  /**
   * Looks once, without waiting for anything slow.
   *
   * @param path as in a command that runs in the user's home folder; a leading {@code ~/} is that
   *     folder
   */
  Seen look(String path);
}
