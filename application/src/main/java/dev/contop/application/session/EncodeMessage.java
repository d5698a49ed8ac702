package dev.contop.application.session;

import dev.contop.domain.envelope.Envelope;

/** Writes a data-channel message as UTF-8 (T12). Any thread. */
public interface EncodeMessage {

  byte[] encode(Envelope envelope);
}
