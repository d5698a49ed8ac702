package dev.contop.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** T8: the way that a connection came. */
class ConnectionPathTest {

  @ParameterizedTest
  @CsvSource({
    "192.168.1.17, LAN",
    "203.0.113.9, LAN",
    "100.63.255.255, LAN",
    "100.64.0.0, TAILSCALE",
    "100.101.102.103, TAILSCALE",
    "100.127.255.255, TAILSCALE",
    "100.128.0.0, LAN",
    "10.100.64.1, LAN",
    "127.0.0.1, TUNNEL",
    "127.200.1.1, TUNNEL",
    "::1, TUNNEL",
    "0:0:0:0:0:0:0:1, TUNNEL",
    "fd7a:115c:a1e0:0:0:0:1:2, TAILSCALE",
    "FD7A:115C:A1E0::12, TAILSCALE",
    "fd7a:115c:a1e1:0:0:0:1:2, LAN",
    "2001:db8:0:0:0:0:0:1, LAN",
    "unknown, LAN",
    "100.64.0, LAN",
    "1270.0.0.1, LAN"
  })
  void shouldTellByTheAddress(String address, ConnectionPath path) {
    assertThat(ConnectionPath.of(address, false)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"192.168.1.17", "100.64.0.1", "unknown"})
  void shouldCallWhatSomebodyPassedOnATunnel(String address) {
    assertThat(ConnectionPath.of(address, true)).isEqualTo(ConnectionPath.TUNNEL);
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeKnownByItsName(ConnectionPath path) {
    assertThat(ConnectionPath.named(path.wireName())).contains(path);
  }

  @Test
  void shouldKnowNoOtherName() {
    assertThat(ConnectionPath.named("LAN")).isEmpty();
  }
}
