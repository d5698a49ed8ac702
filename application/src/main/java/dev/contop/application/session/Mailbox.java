package dev.contop.application.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What waits for one session, bounded by number and by bytes.
 *
 * <p>Messages of phones and everything else share one order. What comes over the fast channel is
 * dropped when too much of it waits: the channel promises no more (T14). All else is never dropped:
 * when its room is used up the mailbox says so, and the session has to end. Events of the host
 * itself have reserved room.
 */
final class Mailbox {

  /** What became of an entry. */
  enum Posted {
    TAKEN,
    DROPPED,
    OVERFLOWN
  }

  /** Something that waits: an event, or a message not yet read. */
  sealed interface Entry {
    record Happened(SessionEvent event) implements Entry {}

    /** A class and not a record, since two messages of the same bytes are still two. */
    final class Unread implements Entry {
      private final PeerId peer;
      private final ChannelLabel channel;
      private final byte[] bytes;

      Unread(PeerId peer, ChannelLabel channel, byte[] bytes) {
        this.peer = peer;
        this.channel = channel;
        this.bytes = bytes;
      }

      PeerId peer() {
        return peer;
      }

      ChannelLabel channel() {
        return channel;
      }

      byte[] bytes() {
        return bytes;
      }
    }
  }

  static final int MESSAGES = 16 * 1024;
  static final long BYTES = 16L * 1024 * 1024;
  static final int FAST_MESSAGES = 512;
  static final int RESERVED = 4 * 1024;

  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private int unread;
  private int fast;
  private long bytes;

  Posted post(SessionEvent event) {
    synchronized (entries) {
      if (entries.size() - unread >= RESERVED) {
        return Posted.OVERFLOWN;
      }
      entries.add(new Entry.Happened(event));
      return Posted.TAKEN;
    }
  }

  Posted post(PeerId peer, ChannelLabel channel, byte[] message) {
    synchronized (entries) {
      if (channel == ChannelLabel.FAST && fast >= FAST_MESSAGES) {
        return Posted.DROPPED;
      }
      if (unread >= MESSAGES || bytes + message.length > BYTES) {
        return Posted.OVERFLOWN;
      }
      entries.add(new Entry.Unread(peer, channel, message));
      unread++;
      fast += channel == ChannelLabel.FAST ? 1 : 0;
      bytes += message.length;
      return Posted.TAKEN;
    }
  }

  /** Moves up to {@code most} entries to {@code into}, in order; whether there were any. */
  boolean drainTo(List<Entry> into, int most) {
    synchronized (entries) {
      for (int i = 0; i < most; i++) {
        Entry entry = entries.poll();
        if (entry == null) {
          break;
        }
        if (entry instanceof Entry.Unread message) {
          unread--;
          fast -= message.channel() == ChannelLabel.FAST ? 1 : 0;
          bytes -= message.bytes().length;
        }
        into.add(entry);
      }
      return !into.isEmpty();
    }
  }

  boolean isEmpty() {
    synchronized (entries) {
      return entries.isEmpty();
    }
  }
}
