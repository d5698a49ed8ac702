package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartLimitTest {

  private static final int ASSUMED = 24_000;

  private StartLimit limit = StartLimit.ON;

  @Test
  void shouldEndWhenAnAmpleEstimateLasts() {
    // When
    looks(ASSUMED, 5600, 5600);
    boolean early = limit.isOver();
    looks(5601);

    // Then T71
    assertThat(early).isFalse();
    assertThat(limit.isOver()).isTrue();
  }

  @Test
  void shouldNotTakeWhatWasAssumedForAnEstimate() {
    looks(ASSUMED, ASSUMED, ASSUMED + 1, ASSUMED + 1, ASSUMED + 1);

    assertThat(limit.isOver()).isFalse();
  }

  @Test
  void shouldNotBelieveAFirstEstimateThatIsTakenBack() {
    // When a link of 2 Mbit/s looks wider at first
    looks(7182, 7182, 2292, 2293, 2304, 2304, 2321);

    // Then
    assertThat(limit.isOver()).isFalse();
  }

  @Test
  void shouldStayOnALinkThatCarriesLessThanTheMost() {
    looks(4242, 4243, 4263, 4283, 4304, 4325);

    assertThat(limit.isOver()).isFalse();
  }

  @Test
  void shouldBeginAgainAfterALookThatSaysNothing() {
    // When
    looks(5600, 5600);
    limit = limit.seen(Bitrate.ofKilobits(ASSUMED), Optional.empty(), BitrateLimits.standard());
    looks(5600, 5600);

    // Then
    assertThat(limit.isOver()).isFalse();
  }

  private void looks(int... kilobits) {
    for (int available : kilobits) {
      limit =
          limit.seen(
              Bitrate.ofKilobits(ASSUMED),
              Optional.of(Bitrate.ofKilobits(available)),
              BitrateLimits.standard());
    }
  }
}
