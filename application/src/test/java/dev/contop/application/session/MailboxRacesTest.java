package dev.contop.application.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.strategy.stress.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever threads do to a mailbox at once looks as if they had done it one after the other. */
@Timeout(120)
public class MailboxRacesTest {

  private static final PeerId PEER = new PeerId("peer");

  private final Mailbox mailbox = new Mailbox();

  @Operation
  public String event() {
    return mailbox.post(new SessionEvent.TimePassed()).name();
  }

  @Operation
  public String message() {
    return mailbox.post(PEER, ChannelLabel.RELIABLE, new byte[] {1}).name();
  }

  @Operation
  public String pointer() {
    return mailbox.post(PEER, ChannelLabel.FAST, new byte[] {2}).name();
  }

  /** As text, since two entries of the same content are still two. */
  @Operation(nonParallelGroup = "the loop")
  public String drain() {
    List<Mailbox.Entry> drained = new ArrayList<>();
    mailbox.drainTo(drained, 2);
    StringBuilder text = new StringBuilder();
    for (Mailbox.Entry entry : drained) {
      text.append(entry instanceof Mailbox.Entry.Unread unread ? unread.channel().name() : "event");
      text.append(", ");
    }
    return text.toString();
  }

  @Operation
  public boolean isEmpty() {
    return mailbox.isEmpty();
  }

  @Test
  void shouldKeepItsOrderWhicheverThreadsPost() {
    LinChecker.check(
        MailboxRacesTest.class,
        new StressOptions()
            .iterations(4)
            .invocationsPerIteration(1000)
            .threads(3)
            .actorsPerThread(3));
  }
}
