package dev.contop.domain.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8LengthTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u007f", "\u0080", "ä", "\u07ff", "\u0800", "€", "\uffff", "😀"})
  void shouldCountTheBytesOfUtf8(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += Utf8Length.plain(text, i);
    }
    assertThat(sum).isEqualTo(text.getBytes(UTF_8).length);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,1", "3,3", "4,4"})
  void shouldNotDivideAPair(int end, int whole) {
    assertThat(Utf8Length.whole("a😀b", end)).isEqualTo(whole);
  }

  @Test
  void shouldLeaveTheEndWhereItIs() {
    assertThat(Utf8Length.whole("😀", 2)).isEqualTo(2);
    assertThat(Utf8Length.whole("", 0)).isZero();
  }
}
