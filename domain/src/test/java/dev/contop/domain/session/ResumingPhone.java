package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.Resume;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A client that resumes as the protocol says, and complains when the host does not (T42). */
final class ResumingPhone {

  private final List<Integer> seen = new ArrayList<>();
  private final Set<Long> missed = new HashSet<>();
  private long lastSeq;
  private long offered;
  private long dropped;
  private boolean begun;

  /** The channel of a connection is open whose offer said where it stood. */
  void connected(Resume offer) {
    begun = false;
    offered = offer.lastSeq();
  }

  void hears(Envelope envelope) {
    HostMessage message = envelope.message();
    if (!begun) {
      assertThat(message).as("first on a channel").isInstanceOf(HostMessage.StateUpdate.class);
      begun = true;
    }
    if (message instanceof HostMessage.ResumeGap gap) {
      assertThat(gap.from()).as("begin of the gap").isEqualTo(offered + 1);
      assertThat(gap.to()).as("end of the gap").isGreaterThan(offered);
      // What came over the old connection after the offer was made is not missing.
      for (long seq = lastSeq + 1; seq <= gap.to(); seq++) {
        missed.add(seq);
      }
      lastSeq = Math.max(lastSeq, gap.to());
    } else if (envelope.seq().isPresent()) {
      numbered(envelope.seq().getAsLong(), message);
    }
  }

  private void numbered(long seq, HostMessage message) {
    if (seq <= lastSeq) {
      return;
    }
    assertThat(seq).as("the next number").isEqualTo(lastSeq + 1);
    lastSeq = seq;
    if (message instanceof HostMessage.ManualControlResult result) {
      seen.add(Integer.valueOf(result.action()));
    } else if (message instanceof HostMessage.MessagesDropped drops) {
      dropped += drops.count();
    }
  }

  long lastSeq() {
    return lastSeq;
  }

  /** What it heard, in the order of hearing. */
  List<Integer> seen() {
    return seen;
  }

  /** The numbers that it was told are gone. */
  Set<Long> missed() {
    return missed;
  }

  /** How many it was told were dropped. */
  long dropped() {
    return dropped;
  }
}
