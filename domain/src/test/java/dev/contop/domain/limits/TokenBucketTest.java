package dev.contop.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void shouldGiveItsCapacityAtOnceAndNoMore() {
    // Given
    TokenBucket bucket = TokenBucket.full(3, SECOND, Ticks.ZERO);
    assertThat(bucket.isFull()).isTrue();

    // When
    TokenBucket empty = bucket.take().take().take();

    // Then
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.take()).isEqualTo(empty);
  }

  @Test
  void shouldGainOneEachInterval() {
    // Given
    TokenBucket empty = TokenBucket.full(3, SECOND, Ticks.ZERO).take().take().take();

    // Then
    assertThat(empty.at(after(Duration.ofMillis(999))).isEmpty()).isTrue();
    assertThat(empty.at(after(Duration.ofSeconds(1))).left()).isEqualTo(1);
    assertThat(empty.at(after(Duration.ofMillis(2999))).left()).isEqualTo(2);
    assertThat(empty.at(after(Duration.ofSeconds(3))).isFull()).isTrue();
  }

  @Test
  void shouldNeverHoldMoreThanItsCapacity() {
    assertThat(TokenBucket.full(3, SECOND, Ticks.ZERO).at(after(Duration.ofDays(9999))).left())
        .isEqualTo(3);
  }

  @Test
  void shouldKeepWhatHasBegunToTrickle() {
    // Given
    TokenBucket empty = TokenBucket.full(2, SECOND, Ticks.ZERO).take().take();

    // When it is looked at in between
    TokenBucket looked = empty.at(after(Duration.ofMillis(1500)));

    // Then the half interval is not lost
    assertThat(looked.take().at(after(Duration.ofSeconds(2))).left()).isEqualTo(1);
  }

  @Test
  void shouldNotRunBackwards() {
    // Given
    TokenBucket bucket = TokenBucket.full(2, SECOND, after(Duration.ofSeconds(5))).take();

    // Then
    assertThat(bucket.at(Ticks.ZERO)).isEqualTo(bucket);
  }

  @Test
  void shouldNeverLetMoreThroughThanItsRate() {
    // Given
    Random random = new Random(11);
    TokenBucket bucket = TokenBucket.full(5, SECOND, Ticks.ZERO);
    Ticks now = Ticks.ZERO;
    int through = 0;

    // When
    for (int i = 0; i < 20_000; i++) {
      now = now.plus(Duration.ofMillis(random.nextInt(100)));
      bucket = bucket.at(now);
      if (!bucket.isEmpty()) {
        through++;
        bucket = bucket.take();
      }
    }

    // Then
    long seconds = now.since(Ticks.ZERO).toSeconds();
    assertThat(through).isBetween((int) seconds, (int) seconds + 5);
  }

  private static Ticks after(Duration duration) {
    return Ticks.ZERO.plus(duration);
  }
}
