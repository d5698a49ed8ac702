package dev.contop.domain.recording;

/** A recording that is kept, and whether it is still being written. */
public record ShownRecording(StoredRecording recording, boolean running) {}
