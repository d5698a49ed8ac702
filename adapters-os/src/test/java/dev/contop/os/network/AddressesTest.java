package dev.contop.os.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.FindAddress;
import dev.contop.domain.pairing.PublicAddress;
import java.net.InetAddress;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void shouldTellOfNoOtherAddressThanTheAdvertised() {
    // When
    FindAddress subject =
        new AdvertisedAddress(PublicAddress.parse("desk.example:443").orElseThrow());

    // Then
    assertThat(subject.host()).isEqualTo("desk.example");
    assertThat(subject.port()).isEqualTo(OptionalInt.of(443));
    assertThat(subject.tailscale()).isEmpty();
  }

  @Test
  void shouldFindAnAddressOfThisMachineOtherwise() throws Exception {
    // When
    FindAddress subject = new OutwardAddress("0.0.0.0");

    // Then
    assertThat(InetAddress.getByName(subject.host()).isAnyLocalAddress()).isFalse();
    assertThat(subject.port()).isEmpty();
  }

  @Test
  void shouldTellTheAddressThatTheListenerIsBoundTo() {
    assertThat(new OutwardAddress("127.0.0.1").host()).isEqualTo("127.0.0.1");
  }
}
