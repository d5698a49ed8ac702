package dev.contop.application.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What waits for one session, bounded by number and by bytes.
 *
 * <p>Messages of phones and everything else share one order. What comes over the fast channel is
 * dropped when too much of it waits: the channel promises no more (T14). All else is never dropped:
 * when its room is used up the mailbox says so, and the session has to end. Events of the host
 * itself have reserved room that no phone can use up, not even with what is refused at its door.
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

    /** {@code SessionEvent.MessageRefused} is the phone's doing and takes its room. */
    record Happened(SessionEvent event) implements Entry {
      Optional<ChannelLabel> cameOver() {
        return event instanceof SessionEvent.MessageRefused refused
            ? Optional.of(refused.channel())
            : Optional.empty();
      }
    }

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
  private int fromPhone;
  private int fast;
  private long bytes;

  Posted post(SessionEvent event) {
    Entry.Happened entry = new Entry.Happened(event);
    Optional<ChannelLabel> channel = entry.cameOver();
    synchronized (entries) {
      if (channel.isPresent()) {
        return add(entry, channel.get(), 0);
      }
      if (entries.size() - fromPhone >= RESERVED) {
        return Posted.OVERFLOWN;
      }
      entries.add(entry);
      return Posted.TAKEN;
    }
  }

  Posted post(PeerId peer, ChannelLabel channel, byte[] message) {
    synchronized (entries) {
      return add(new Entry.Unread(peer, channel, message), channel, message.length);
    }
  }

  private Posted add(Entry entry, ChannelLabel channel, int length) {
    if (channel == ChannelLabel.FAST && fast >= FAST_MESSAGES) {
      return Posted.DROPPED;
    }
    if (fromPhone >= MESSAGES || bytes + length > BYTES) {
      return Posted.OVERFLOWN;
    }
    entries.add(entry);
    leftOrCame(channel, 1, length);
    return Posted.TAKEN;
  }

  private void leftOrCame(ChannelLabel channel, int count, int length) {
    fromPhone += count;
    fast += channel == ChannelLabel.FAST ? count : 0;
    bytes += length;
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
          leftOrCame(message.channel(), -1, -message.bytes().length);
        } else if (entry instanceof Entry.Happened happened) {
          happened.cameOver().ifPresent(channel -> leftOrCame(channel, -1, 0));
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
