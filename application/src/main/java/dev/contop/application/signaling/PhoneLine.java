package dev.contop.application.signaling;

import dev.contop.domain.signaling.FromPhone;

/**
 * The host's end of one signaling connection. Its methods are called one at a time, in the order in
 * which things happened; they do not block.
 */
public interface PhoneLine {

  void received(FromPhone message);

  /** The carrier is gone, whoever closed it. Peers are not disturbed by that (T9). */
  void closed();
}
