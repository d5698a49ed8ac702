package dev.contop.domain.envelope;

/** One message to the phone with the identity it got when it was made (T12). */
public record Envelope(MessageId id, HostMessage message) {}
