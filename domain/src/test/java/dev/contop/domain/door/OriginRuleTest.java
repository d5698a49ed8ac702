package dev.contop.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may open the signaling socket. */
class OriginRuleTest {

  @ParameterizedTest
  @CsvSource({
    "http://192.0.2.7:8000,192.0.2.7:8000",
    "http://desk:8000,DESK:8000",
    "HTTP://Desk.example,desk.example",
    "http://desk.example,desk.example:80",
    "https://desk.example,desk.example:443",
    "https://desk.example:443,desk.example",
    "http://[2001:db8::7]:8000,[2001:DB8::7]:8000",
    "https://[2001:db8::7],[2001:db8::7]"
  })
  void shouldAllowItsOwnPageUnderWhateverNameItWasReached(String origin, String host) {
    assertThat(OriginRule.OWN_ONLY.allows(List.of(origin), List.of(host))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example,192.0.2.7:8000",
    "http://192.0.2.7,192.0.2.7:8000",
    "http://192.0.2.7:8001,192.0.2.7:8000",
    "http://192.0.2.7:8000.evil.example,192.0.2.7:8000",
    "http://192.0.2.7:8000/,192.0.2.7:8000",
    "http://x@192.0.2.7:8000,192.0.2.7:8000",
    "http://desk.example,desk.example:443",
    "null,192.0.2.7:8000",
    "null,null",
    "'',''",
    "file://,192.0.2.7:8000",
    "ftp://desk:8000,desk:8000",
    "desk:8000,desk:8000"
  })
  void shouldRefuseOtherPages(String origin, String host) {
    assertThat(OriginRule.OWN_ONLY.allows(List.of(origin), List.of(host))).isFalse();
  }

  @Test
  void shouldAllowProgramsThatNameNoPage() {
    assertThat(OriginRule.OWN_ONLY.allows(List.of(), List.of("desk:8000"))).isTrue();
  }

  @Test
  void shouldRefuseTwoOriginsAndTwoHosts() {
    List<String> own = List.of("http://desk:8000");

    assertThat(
            OriginRule.OWN_ONLY.allows(
                List.of("http://desk:8000", "http://desk:8000"), List.of("desk:8000")))
        .isFalse();
    assertThat(OriginRule.OWN_ONLY.allows(own, List.of("desk:8000", "desk:8000"))).isFalse();
    assertThat(OriginRule.OWN_ONLY.allows(own, List.of())).isFalse();
  }

  @Test
  void shouldAllowWhatTheOwnerNamed() {
    OriginRule rule = new OriginRule(Set.of("https://Desk.example"));

    assertThat(rule.allows(List.of("https://desk.example"), List.of("127.0.0.1:8000"))).isTrue();
    assertThat(rule.allows(List.of("http://desk.example"), List.of("127.0.0.1:8000"))).isFalse();
    assertThat(rule.allows(List.of("null"), List.of("127.0.0.1:8000"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example,true",
    "http://desk:8000,true",
    "null,false",
    "*,false",
    "https://desk.example/,false",
    "desk.example,false"
  })
  void shouldKnowWhatIsAnOrigin(String text, boolean valid) {
    assertThat(OriginRule.isOrigin(text)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:5173,true",
    "http://127.0.0.1,true",
    "https://[::1]:8443,true",
    "HTTP://LOCALHOST:5173,true",
    "http://localhost.example:5173,false",
    "http://127.0.0.1.example,false",
    "http://192.168.1.7,false",
    "https://desk.example,false",
    "file://localhost,false",
    "null,false"
  })
  void shouldKnowPagesOfThisComputer(String origin, boolean local) {
    assertThat(OriginRule.isOnLoopback(List.of(origin))).isEqualTo(local);
    assertThat(OriginRule.isOnLoopback(List.of(origin, origin))).isFalse();
  }
}
