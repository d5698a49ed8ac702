package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.AddressBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorwayTest {

  private final Doorway doorway = new Doorway(10, 4);
  private final List<String> shownOut = new ArrayList<>();

  private Optional<Doorway.Visitor> enter(String block, String name) {
    return doorway.enter(AddressBlock.of(block), () -> shownOut.add(name));
  }

  private Doorway.Visitor in(String block, String name) {
    return enter(block, name).orElseThrow();
  }

  @Test
  void shouldPushOutTheEldestOfACrowdedBlock() {
    for (int i = 0; i < 6; i++) {
      in("192.0.2.1", "a" + i);
    }

    assertThat(shownOut).containsExactly("a0", "a1");
    assertThat(doorway.size()).isEqualTo(4);
  }

  @Test
  void shouldPushOutOfTheLargestBlockWhenTheDoorIsFull() {
    // Given
    in("192.0.2.1", "owner");
    for (int i = 0; i < 9; i++) {
      in("192.0.2." + (2 + i / 3), i / 3 + "-" + i % 3);
    }

    // When others come, each from somewhere else
    for (int i = 0; i < 3; i++) {
      in("198.51.100." + i, "new" + i);
    }

    // Then
    assertThat(shownOut).hasSize(3).doesNotContain("owner").allMatch(name -> name.endsWith("-0"));
    assertThat(doorway.size()).isEqualTo(10);
  }

  @Test
  void shouldNeverPushOutWhoWasLetIn() {
    List<Doorway.Visitor> inside = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Doorway.Visitor visitor = in("192.0.2.1", "in" + i);
      visitor.trust();
      inside.add(visitor);
    }

    assertThat(enter("192.0.2.2", "late")).isEmpty();
    inside.get(3).leave();
    inside.get(3).leave();
    assertThat(enter("192.0.2.2", "next")).isPresent();
    assertThat(shownOut).isEmpty();
    assertThat(inside.get(0).isTrusted()).isTrue();
    assertThat(inside.get(3).isTrusted()).isFalse();
  }

  @Test
  void shouldNotTrustWhoWasPushedOut() {
    Doorway.Visitor eldest = in("192.0.2.1", "eldest");
    for (int i = 0; i < 4; i++) {
      in("192.0.2.1", "a" + i);
    }

    eldest.trust();
    eldest.leave();

    assertThat(eldest.isTrusted()).isFalse();
    assertThat(doorway.size()).isEqualTo(4);
  }

  @Test
  void shouldEndEverybody() {
    in("192.0.2.1", "a").trust();
    in("192.0.2.1", "b");

    doorway.clear();

    assertThat(shownOut).containsExactlyInAnyOrder("a", "b");
    assertThat(doorway.size()).isZero();
  }
}
