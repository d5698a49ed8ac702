package dev.contop.os.recording;

import dev.contop.application.recording.KeepRecordings;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.StoredRecording;
import dev.contop.os.files.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recordings as files of a folder that is made when the first is. Any thread; blocks.
 *
 * <p>Files of other names are neither listed, read nor removed, and symbolic links are not
 * followed.
 */
public final class RecordingsFolder implements KeepRecordings {

  private final Path folder;

  public RecordingsFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public WriteCaptions make(RecordingName name) throws IOException {
    OwnerOnly.makeFolder(folder);
    Path video = folder.resolve(name.value());
    Path captions = folder.resolve(name.captions());
    if (!OwnerOnly.makeFile(video)) {
      throw new FileAlreadyExistsException(name.value());
    }
    if (!OwnerOnly.makeFile(captions)) {
      Files.deleteIfExists(video);
      throw new FileAlreadyExistsException(name.captions());
    }
    return new Appended(FileChannel.open(captions, StandardOpenOption.APPEND));
  }

  @Override
  public List<StoredRecording> list() throws IOException {
    List<StoredRecording> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<RecordingName> name = RecordingName.parse(String.valueOf(file.getFileName()));
        if (name.isPresent()) {
          stored(name.get()).ifPresent(found::add);
        }
      }
    }
    found.sort(
        Comparator.comparing((StoredRecording one) -> one.name().began())
            .thenComparing(one -> one.name().value())
            .reversed());
    return found;
  }

  private Optional<StoredRecording> stored(RecordingName name) throws IOException {
    Optional<BasicFileAttributes> video = attributes(folder.resolve(name.value()));
    if (video.isEmpty()) {
      return Optional.empty();
    }
    long captions =
        attributes(folder.resolve(name.captions())).map(BasicFileAttributes::size).orElse(0L);
    return Optional.of(
        new StoredRecording(
            name, video.get().size() + captions, video.get().lastModifiedTime().toInstant()));
  }

  /** Of a plain file; nothing when there is none. */
  private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Optional.of(
              Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
          .filter(BasicFileAttributes::isRegularFile);
    } catch (NoSuchFileException removedSince) {
      return Optional.empty();
    }
  }

  @Override
  public long room() throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    // Not by its FileStore, which is not found where mounts are hidden, as in some containers.
    File place = there.toFile();
    if (place.getTotalSpace() == 0) {
      throw new FileSystemException(there.toString(), null, "its free space is not known");
    }
    return place.getUsableSpace();
  }

  @Override
  public void remove(RecordingName name) throws IOException {
    Files.deleteIfExists(folder.resolve(name.value()));
    Files.deleteIfExists(folder.resolve(name.captions()));
  }

  @Override
  public Optional<StoredBytes> read(RecordingName name, boolean captions) throws IOException {
    Path file = folder.resolve(captions ? name.captions() : name.value());
    if (attributes(file).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Opened(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException removedSince) {
      return Optional.empty();
    }
  }

  private record Appended(FileChannel channel) implements WriteCaptions {
    @Override
    public void append(String text) throws IOException {
      ByteBuffer left = StandardCharsets.UTF_8.encode(text);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private record Opened(FileChannel channel) implements StoredBytes {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return channel.read(into, position);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
