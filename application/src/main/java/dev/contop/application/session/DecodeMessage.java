package dev.contop.application.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;

/** Reads a data-channel message (T12, T13). Any thread; never throws, whatever the bytes. */
public interface DecodeMessage {

  Inbound decode(ChannelLabel channel, byte[] utf8);
}
