package dev.contop.application.recording;

import dev.contop.domain.recording.RecordingName;
import java.util.Optional;

/** Is told of one recording, on its thread; implementations only note and post. */
interface ObserveRecording {

  /** A file was opened, the first or the next of this recording. */
  void opened(RecordingName name);

  /** That file is closed. */
  void closed(RecordingName name);

  /**
   * Nothing more is recorded; the last call.
   *
   * @param failure why it stopped, in words, when nobody had asked for that
   */
  void ended(Optional<String> failure);
}
