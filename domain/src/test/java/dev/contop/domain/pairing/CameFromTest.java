package dev.contop.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T8: for whom a proxy on this computer speaks is shown, and what others claim is not. */
class CameFromTest {

  @ParameterizedTest
  @CsvSource({
    "'203.0.113.9', 203.0.113.9",
    "'203.0.113.9:51234', 203.0.113.9",
    "'10.0.0.1, 203.0.113.9', 203.0.113.9",
    "'127.0.0.1,203.0.113.9 ', 203.0.113.9",
    "'2001:db8::7', 2001:db8::7",
    "'[2001:db8::7]', 2001:db8::7",
    "'[2001:db8::7]:443', 2001:db8::7"
  })
  void shouldShowForWhomAProxyOnThisComputerSpeaks(String header, String shown) {
    for (String here : new String[] {"127.0.0.1", "127.9.9.9", "0:0:0:0:0:0:0:1"}) {
      CameFrom from = CameFrom.of(here, Optional.of(header));

      assertThat(from.shown()).isEqualTo(shown);
      assertThat(from.address()).isEqualTo(here);
      assertThat(from.path()).isEqualTo(ConnectionPath.TUNNEL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.7", "203.0.113.9", "100.64.1.2", "2001:db8::1", "unknown"})
  void shouldNotBelieveAnybodyElse(String elsewhere) {
    CameFrom from = CameFrom.of(elsewhere, Optional.of("198.51.100.1"));

    assertThat(from).isEqualTo(CameFrom.straight(elsewhere));
    assertThat(from.shown()).isEqualTo(elsewhere);
    assertThat(from.path()).isEqualTo(ConnectionPath.of(elsewhere, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "unknown",
        "_hidden",
        "203.0.113.9,",
        "203.0.113.9, <b>",
        "203.0.113.999",
        "desk.example",
        "[203.0.113.9",
        "203.0.113.9:99999999"
      })
  void shouldShowTheProxyItselfWhereItSaysNothingOfUse(String header) {
    assertThat(CameFrom.of("127.0.0.1", Optional.of(header)))
        .isEqualTo(CameFrom.straight("127.0.0.1"));
  }

  @Test
  void shouldComeThroughATunnelFromThisComputerWhateverIsSaid() {
    assertThat(CameFrom.of("127.0.0.1", Optional.empty()).path()).isEqualTo(ConnectionPath.TUNNEL);
  }
}
