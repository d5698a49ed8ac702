package dev.contop.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBlockTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,192.0.2.7",
    "2001:db8:1:2:3:4:5:6,2001:db8:1:2::/64",
    "2001:DB8:1:2::9,2001:db8:1:2::/64",
    "2001:0db8:0001:0002:0:0:0:0,2001:db8:1:2::/64",
    "2001:db8::1,2001:db8:0:0::/64",
    "0:0:0:0:0:0:0:1,0:0:0:0::/64",
    "::1,0:0:0:0::/64",
    "fe80::1,fe80::1",
    "fe80::2,fe80::2",
    "unknown,unknown",
    "1:2:3,1:2:3"
  })
  void shouldTakeWhatOneCustomerHasAsOne(String address, String block) {
    assertThat(AddressBlock.of(address).name()).isEqualTo(block);
  }
}
