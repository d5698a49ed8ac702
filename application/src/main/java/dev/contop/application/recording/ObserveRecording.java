package dev.contop.application.recording;

import dev.contop.domain.recording.RecordingName;
import java.util.Optional;

/** Is told of one recording, on its thread; implementations only note and post. */
interface ObserveRecording {

  /** A file of that name is about to be made; {@link #opened} or {@link #closed} follows. */
  void opening(RecordingName name);

  /** A file was opened, the first or the next of this recording. */
  void opened(RecordingName name);

  /** That file is closed, or could not be opened. */
  void closed(RecordingName name);

  /**
   * Nothing more is recorded; the last call.
   *
   * @param failure why it stopped, in words, when nobody had asked for that
   */
  void ended(Optional<String> failure);
}
