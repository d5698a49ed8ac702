package dev.contop.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T93: who may pair, judged from what a request says of itself. */
class LocalRequestTest {

  private static final String HOST = "127.0.0.1:8001";
  private static final String ORIGIN = "http://127.0.0.1:8001";

  private static LocalRequest request(
      List<String> hosts, List<String> origins, List<String> sites, boolean marked) {
    return new LocalRequest(8001, hosts, origins, sites, false, marked, true);
  }

  private static LocalRequest host(String... hosts) {
    return request(List.of(hosts), List.of(), List.of(), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8001", "localhost:8001", "[::1]:8001", "LocalHost:8001"})
  void shouldHearProgramsOfItsOwnUser(String host) {
    assertThat(host(host).refusal(Caller.OWN, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8001",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost.evil.example:8001",
        "127.0.0.1:8001.evil.example",
        "127.0.0.2:8001",
        "2130706433:8001",
        "0.0.0.0:8001",
        "[::]:8001",
        "[::ffff:127.0.0.1]:8001",
        "localhost.:8001",
        "x@localhost:8001",
        ""
      })
  void shouldRefuseForeignNames(String host) {
    assertThat(host(host).refusal(Caller.OWN, true)).contains(LocalRefusal.NOT_LOCAL);
  }

  @Test
  void shouldRefuseNoHostAndTwo() {
    assertThat(host().refusal()).contains(LocalRefusal.NOT_LOCAL);
    assertThat(host(HOST, HOST).refusal()).contains(LocalRefusal.NOT_LOCAL);
  }

  @Test
  void shouldTakeItsNameWithoutPortOnlyWhereThatIsTheDefault() {
    LocalRequest plain =
        new LocalRequest(
            80,
            List.of("localhost"),
            List.of("http://localhost"),
            List.of("same-origin"),
            false,
            true,
            true);

    assertThat(plain.refusal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "",
        "https://127.0.0.1:8001",
        "http://127.0.0.1:9999",
        "http://127.0.0.1",
        "http://127.0.0.1:8001/",
        "file://"
      })
  void shouldRefuseForeignPagesEvenWithEverythingElseRight(String origin) {
    assertThat(
            request(List.of(HOST), List.of(origin), List.of("same-origin"), true)
                .refusal(Caller.OWN, true))
        .contains(LocalRefusal.NOT_LOCAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "", "nonsense"})
  void shouldRefuseWhatTheBrowserSaysIsOfAnotherSite(String site) {
    assertThat(request(List.of(HOST), List.of(), List.of(site), true).refusal(Caller.OWN, true))
        .contains(LocalRefusal.NOT_LOCAL);
  }

  @Test
  void shouldWantAHeaderThatAFormCannotSendFromBrowsers() {
    List<String> host = List.of(HOST);

    assertThat(request(host, List.of(ORIGIN), List.of(), false).refusal())
        .contains(LocalRefusal.UNMARKED);
    assertThat(request(host, List.of(), List.of("none"), false).refusal())
        .contains(LocalRefusal.UNMARKED);
    assertThat(request(host, List.of(ORIGIN), List.of("same-origin"), true).refusal()).isEmpty();
  }

  @Test
  void shouldLetABrowserLookWithoutThatHeader() {
    LocalRequest look =
        new LocalRequest(8001, List.of(HOST), List.of(), List.of("none"), false, false, false);

    assertThat(look.refusal(Caller.OWN, false)).isEmpty();
  }

  @Test
  void shouldRefuseWhatAProxyPassedOn() {
    LocalRequest passedOn =
        new LocalRequest(8001, List.of(HOST), List.of(), List.of(), true, true, true);

    assertThat(passedOn.refusal(Caller.OWN, true)).contains(LocalRefusal.NOT_LOCAL);
  }

  @ParameterizedTest
  @EnumSource(
      value = Caller.class,
      names = {"FOREIGN", "UNKNOWN"})
  void shouldWantTheSecretFromWhoeverIsNotKnownToBeTheOwner(Caller caller) {
    assertThat(host(HOST).refusal(caller, false)).contains(LocalRefusal.STRANGER);
    assertThat(host(HOST).refusal(caller, true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789012345678901234567890123456789012,true",
    "0123456789012345678901234567890123456789013,false",
    "1123456789012345678901234567890123456789012,false",
    "01234567890123456789012345678901234567890120,false",
    "01234567890123456789012345678901234567890120123456789012345678901234567890123456789012,false",
    "012345678901234567890123456789012345678901,false",
    "'',false"
  })
  void shouldMatchItsSecretAndNothingElse(String shown, boolean same) {
    Secret secret = new Secret("0123456789012345678901234567890123456789012");

    assertThat(secret.matches(shown)).isEqualTo(same);
    assertThat(secret).hasToString("Secret[hidden]");
  }
}
