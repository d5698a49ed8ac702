package dev.contop.application.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeTicks;
import dev.contop.domain.notice.Notice;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncingTest {

  private static final Notice CONNECTED =
      new Notice.PhoneConnected(new DeviceId("phone"), Role.CONTROL);
  private static final Notice REFUSED = new Notice.RefusedRepeatedly("192.0.2.7");

  private final FakeTicks clock = new FakeTicks();
  private final List<Notice> shown = new ArrayList<>();
  private final Announcing subject = new Announcing(shown::add, clock);

  @Test
  void shouldShowWhatHappens() {
    subject.announce(CONNECTED);
    subject.announce(REFUSED);

    assertThat(shown).containsExactly(CONNECTED, REFUSED);
  }

  @Test
  void shouldNotLetAFloodOfRefusalsHideWhoConnects() {
    // When
    for (int i = 0; i < 1000; i++) {
      subject.announce(REFUSED);
    }
    subject.announce(CONNECTED);

    // Then
    assertThat(shown).containsExactly(REFUSED, CONNECTED);

    // When
    clock.advance(Announcing.REFUSALS_EACH);
    subject.announce(REFUSED);

    // Then
    assertThat(shown).hasSize(3);
  }

  @Test
  void shouldNotFillTheScreen() {
    // When
    for (int i = 0; i < 100; i++) {
      subject.announce(CONNECTED);
    }

    // Then
    assertThat(shown).hasSize(Announcing.AT_ONCE);
    clock.advance(Announcing.THEN_EACH);
    subject.announce(CONNECTED);
    assertThat(shown).hasSize(Announcing.AT_ONCE + 1);
  }
}
