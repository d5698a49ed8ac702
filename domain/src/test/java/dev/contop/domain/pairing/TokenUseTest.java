package dev.contop.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.255.255",
        "169.254.1.1",
        "100.64.0.1",
        "100.127.255.255",
        "::1",
        "0:0:0:0:0:0:0:1",
        "fe80::1",
        "febf:ffff::1",
        "fc00::1",
        "fd7a:115c:a1e0::1",
        "FD00::1",
        "::ffff:192.168.1.2",
        "::ffff:c0a8:102",
        "0:0:0:0:0:ffff:7f00:1",
        "::FFFF:100.100.1.1",
      })
  void shouldAllowTokensFromNearby(String address) {
    assertThat(TokenUse.LAN.allows(address)).isTrue();
    assertThat(TokenUse.ON.allows(address)).isTrue();
    assertThat(TokenUse.OFF.allows(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "128.0.0.1",
        "126.255.255.255",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "8.8.8.8",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "::",
        "::2",
        "2001:db8::1",
        "fec0::1",
        "fe00::1",
        "fbff::1",
        "fe7f::1",
        "ff02::1",
        "::ffff:8.8.8.8",
        "::ffff:808:808",
        "::192.168.1.2",
        "::c0a8:102",
        "64:ff9b::192.168.1.2",
        "2002:c0a8:102::1",
        "1::ffff:192.168.1.2",
        "::ffff:0:192.168.1.2",
        "unknown",
        "localhost",
        "",
        ":",
        ":::1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "fe80::1::2",
        "1:2:3:4:5:6:7::8",
        "fe80::1%eth0",
        "fe80:::1",
        "fe80::12345",
        "fe80::g",
        "10.0.0",
        "10.0.0.0.1",
        "10.0.0.256",
        "10.0.0.-1",
        "10.0.0.",
        "10.0.0.0001",
        "192.168.1.2 ",
        " 10.0.0.1",
        "10.0.0.1:80",
        "[::1]",
        "١٠.0.0.1",
        "::ffff:192.168.1",
        "192.168.1.2::",
      })
  void shouldNotAllowTokensFromAfar(String address) {
    assertThat(TokenUse.LAN.allows(address)).isFalse();
    assertThat(TokenUse.ON.allows(address)).isTrue();
    assertThat(TokenUse.OFF.allows(address)).isFalse();
  }
}
