package dev.contop.application.recording;

import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.StoredRecording;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The folder of recordings, which nobody but its owner may read. Any thread; blocks. */
public interface KeepRecordings {

  /**
   * Makes the empty files of a recording, video and captions, and opens the latter.
   *
   * @throws IOException also when there is one of that name
   */
  WriteCaptions make(RecordingName name) throws IOException;

  /** What there is, the newest first. */
  List<StoredRecording> list() throws IOException;

  /** How many bytes can be written yet where recordings lie, or are to lie. */
  long room() throws IOException;

  /** Removes a recording with its captions, if it is there. */
  void remove(RecordingName name) throws IOException;

  /**
   * Opens a file for reading while it may still grow: the video itself, or its captions.
   *
   * @return nothing when there is no such recording
   */
  Optional<StoredBytes> read(RecordingName name, boolean captions) throws IOException;

  /** The captions of a recording; for one thread. */
  interface WriteCaptions extends Closeable {

    /** Adds text, which the system has when this returns. */
    void append(String text) throws IOException;
  }

  /** What a file holds; for one thread at a time. */
  interface StoredBytes extends Closeable {

    /** How many bytes there are now. */
    long size() throws IOException;

    /** Reads some bytes from {@code position} on; -1 at the end. */
    int read(ByteBuffer into, long position) throws IOException;
  }
}
