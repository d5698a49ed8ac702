package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.policy.LookAtFile.Seen;
import org.junit.jupiter.api.Test;

/** What every way to look at files keeps to. */
public abstract class LookAtFileContract {

  /** What is tested. In its home folder there is a file “here”, and nothing called “gone”. */
  protected abstract LookAtFile subject();

  /** The home folder's whole path. */
  protected abstract String home();

  @Test
  void shouldSeeWhatIsThere() {
    assertThat(subject().look("here")).isEqualTo(Seen.EXISTS);
    assertThat(subject().look("./here")).isEqualTo(Seen.EXISTS);
    assertThat(subject().look("~/here")).isEqualTo(Seen.EXISTS);
    assertThat(subject().look(home() + "/here")).isEqualTo(Seen.EXISTS);
  }

  @Test
  void shouldSeeWhatIsNot() {
    assertThat(subject().look("gone")).isEqualTo(Seen.ABSENT);
    assertThat(subject().look("~/gone")).isEqualTo(Seen.ABSENT);
    assertThat(subject().look(home() + "/gone")).isEqualTo(Seen.ABSENT);
    assertThat(subject().look("gone/here")).isEqualTo(Seen.ABSENT);
  }

  @Test
  void shouldNotGuess() {
    assertThat(subject().look("../here")).isEqualTo(Seen.UNKNOWN);
    assertThat(subject().look("a\u0000b")).isEqualTo(Seen.UNKNOWN);
  }
}
