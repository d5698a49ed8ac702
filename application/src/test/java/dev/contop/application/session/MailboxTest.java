package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private static final PeerId PEER = new PeerId("peer");
  private static final SessionEvent EVENT = new SessionEvent.TimePassed();
  private static final SessionEvent REFUSED_ON_FAST =
      new SessionEvent.MessageRefused(PEER, ChannelLabel.FAST, Refusal.TOO_LARGE, Optional.empty());
  private static final SessionEvent REFUSED =
      new SessionEvent.MessageRefused(
          PEER, ChannelLabel.RELIABLE, Refusal.TOO_LARGE, Optional.empty());

  private final Mailbox mailbox = new Mailbox();

  @Test
  void shouldKeepOneOrderForAll() {
    // When
    mailbox.post(EVENT);
    mailbox.post(PEER, ChannelLabel.RELIABLE, new byte[] {1});
    mailbox.post(REFUSED);
    mailbox.post(PEER, ChannelLabel.FAST, new byte[] {2});

    // Then
    List<Mailbox.Entry> entries = drained(3);
    assertThat(entries.get(0)).isEqualTo(new Mailbox.Entry.Happened(EVENT));
    assertThat(((Mailbox.Entry.Unread) entries.get(1)).bytes()).containsExactly(1);
    assertThat(entries.get(2)).isEqualTo(new Mailbox.Entry.Happened(REFUSED));
    assertThat(mailbox.isEmpty()).isFalse();
    assertThat(drained(3)).hasSize(1);
    assertThat(mailbox.isEmpty()).isTrue();
    assertThat(mailbox.drainTo(new ArrayList<>(), 3)).isFalse();
  }

  @Test
  void shouldDropAFloodOfTheFastChannelAndNothingElse() {
    // When
    for (int i = 0; i < Mailbox.FAST_MESSAGES; i++) {
      assertThat(fast()).isEqualTo(Mailbox.Posted.TAKEN);
    }

    // Then T14, T17
    assertThat(fast()).isEqualTo(Mailbox.Posted.DROPPED);
    assertThat(mailbox.post(REFUSED_ON_FAST)).isEqualTo(Mailbox.Posted.DROPPED);
    assertThat(reliable(10)).isEqualTo(Mailbox.Posted.TAKEN);
    assertThat(mailbox.post(EVENT)).isEqualTo(Mailbox.Posted.TAKEN);
  }

  @Test
  void shouldDropAFloodOfWhatIsRefusedOnTheFastChannel() {
    // When
    for (int i = 0; i < Mailbox.FAST_MESSAGES; i++) {
      mailbox.post(REFUSED_ON_FAST);
    }

    // Then
    assertThat(mailbox.post(REFUSED_ON_FAST)).isEqualTo(Mailbox.Posted.DROPPED);
    assertThat(fast()).isEqualTo(Mailbox.Posted.DROPPED);
  }

  @Test
  void shouldOverflowWithTooManyMessagesAndStillTakeEvents() {
    // When
    for (int i = 0; i < Mailbox.MESSAGES; i++) {
      assertThat(reliable(1)).isEqualTo(Mailbox.Posted.TAKEN);
    }

    // Then
    assertThat(reliable(1)).isEqualTo(Mailbox.Posted.OVERFLOWN);
    assertThat(mailbox.post(REFUSED)).isEqualTo(Mailbox.Posted.OVERFLOWN);
    for (int i = 0; i < Mailbox.RESERVED; i++) {
      assertThat(mailbox.post(EVENT)).isEqualTo(Mailbox.Posted.TAKEN);
    }
    assertThat(mailbox.post(EVENT)).isEqualTo(Mailbox.Posted.OVERFLOWN);
  }

  @Test
  void shouldLetNoPhoneUseUpTheRoomOfTheHost() {
    // When bad input is refused at the door, as often as it likes
    for (int i = 0; i < 2 * Mailbox.MESSAGES; i++) {
      mailbox.post(REFUSED);
    }

    // Then
    assertThat(mailbox.post(EVENT)).isEqualTo(Mailbox.Posted.TAKEN);
  }

  @Test
  void shouldOverflowWithTooManyBytes() {
    // When
    int large = 256 * 1024;
    for (long bytes = 0; bytes < Mailbox.BYTES; bytes += large) {
      assertThat(reliable(large)).isEqualTo(Mailbox.Posted.TAKEN);
    }

    // Then
    assertThat(reliable(1)).isEqualTo(Mailbox.Posted.OVERFLOWN);
  }

  @Test
  void shouldHaveAllItsRoomAgainOnceItIsDrained() {
    // Given
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < Mailbox.FAST_MESSAGES / 2; i++) {
        assertThat(fast()).isEqualTo(Mailbox.Posted.TAKEN);
        assertThat(mailbox.post(REFUSED_ON_FAST)).isEqualTo(Mailbox.Posted.TAKEN);
      }
      for (long bytes = 0; bytes < Mailbox.BYTES - Mailbox.FAST_MESSAGES; bytes += 256 * 1024) {
        reliable(256 * 1024 - Mailbox.FAST_MESSAGES);
      }
      for (int i = 0; i < Mailbox.RESERVED; i++) {
        assertThat(mailbox.post(EVENT)).isEqualTo(Mailbox.Posted.TAKEN);
      }

      // When
      drained(Integer.MAX_VALUE);

      // Then
      assertThat(mailbox.isEmpty()).isTrue();
    }
  }

  private Mailbox.Posted fast() {
    return mailbox.post(PEER, ChannelLabel.FAST, new byte[1]);
  }

  private Mailbox.Posted reliable(int length) {
    return mailbox.post(PEER, ChannelLabel.RELIABLE, new byte[length]);
  }

  private List<Mailbox.Entry> drained(int most) {
    List<Mailbox.Entry> entries = new ArrayList<>();
    mailbox.drainTo(entries, most);
    return entries;
  }
}
