package dev.contop.domain.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelLabelTest {

  @Test
  void shouldKnowTheTwoChannelsAndTheirLimits() {
    // Then T13, T14
    assertThat(ChannelLabel.of("contop")).contains(ChannelLabel.RELIABLE);
    assertThat(ChannelLabel.of("contop-fast")).contains(ChannelLabel.FAST);
    assertThat(ChannelLabel.RELIABLE.maxMessageBytes()).isEqualTo(262_144);
    assertThat(ChannelLabel.FAST.maxMessageBytes()).isEqualTo(4096);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Contop", "contop ", "contop-", "contop-fast2"})
  void shouldKnowNoOther(String label) {
    assertThat(ChannelLabel.of(label)).isEmpty();
  }
}
