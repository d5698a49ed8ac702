package dev.contop.os.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that nobody but their owner may read, 0600 and 0700.
 *
 * <p>On Windows they get what their folder passes on, which in a user's profile is the same. All
 * block.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** How the name of a file ends that {@link #write} has not renamed yet; a crash leaves it. */
  public static final String UNFINISHED = ".new";

  private OwnerOnly() {}

  /** Makes {@code folder} and what is missing above it, or closes it to others if it is there. */
  public static void makeFolder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, with(folder, FOLDER));
    } catch (FileAlreadyExistsException there) {
      if (!Files.isDirectory(folder)) {
        throw there;
      }
      tighten(folder, FOLDER);
    }
  }

  /** Makes an empty file; false when there is something of that name already. */
  public static boolean makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, with(file, FILE));
      return true;
    } catch (FileAlreadyExistsException there) {
      return false;
    }
  }

  /** Closes an existing file to others; whether it was open to them. */
  public static boolean tighten(Path file) throws IOException {
    return tighten(file, FILE);
  }

  /**
   * Writes {@code content} so that a reader finds the old file or the new one, whatever happens: a
   * new file beside it, forced to the disk, and renamed.
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("Not a file: " + file);
    }
    Path fresh =
        Files.createTempFile(folder, "." + file.getFileName(), UNFINISHED, with(folder, FILE));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    forceFolder(folder);
  }

  /** Makes what was created or renamed in {@code folder} survive a power cut. */
  public static void forceFolder(Path folder) throws IOException {
    // Windows opens no folders, and needs no such step.
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean tighten(Path path, Set<PosixFilePermission> allowed) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null || allowed.containsAll(view.readAttributes().permissions())) {
      return false;
    }
    view.setPermissions(allowed);
    return true;
  }

  private static FileAttribute<?>[] with(Path path, Set<PosixFilePermission> permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Who owns {@code path}, as the number that Unix gives a user. */
  public static int ownerOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
