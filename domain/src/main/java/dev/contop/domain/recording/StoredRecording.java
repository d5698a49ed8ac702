package dev.contop.domain.recording;

import java.time.Instant;

/**
 * A recording that is kept.
 *
 * @param bytes of the video and its captions together
 * @param written when something was last added to it
 */
public record StoredRecording(RecordingName name, long bytes, Instant written) {}
