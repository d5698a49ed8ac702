package dev.contop.signaling.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T90: what is drawn can be read back. */
class QrCodeTest {

  static Stream<String> texts() {
    return Stream.of(
        "a",
        "http://192.0.2.7:8000/#t=" + "A_-9".repeat(10) + "xyz&d=" + "0f".repeat(32),
        "{\"t\":\"" + "Zz09".repeat(11) + "\",\"h\":\"desk.example\",\"p\":8000}",
        "Grüße, 世界 🖥",
        "long ".repeat(500));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeReadFromPng(String text) throws Exception {
    assertThat(ReadQr.png(PngQr.draw(QrCode.of(text)))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeReadFromColouredTerminal(String text) throws Exception {
    assertThat(ReadQr.terminal(TerminalQr.coloured(QrCode.of(text)), true)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeReadFromPlainTextOnDarkTerminal(String text) throws Exception {
    assertThat(ReadQr.terminal(TerminalQr.plain(QrCode.of(text)), false)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeReadFromPlainTextOnLightTerminal(String text) throws Exception {
    assertThat(ReadQr.terminal(TerminalQr.plain(QrCode.of(text)), true)).isEqualTo(text);
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(2954)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldSetColoursOnEveryLineAndResetThem() {
    String text = TerminalQr.coloured(QrCode.of("a"));

    assertThat(text.lines())
        .allSatisfy(line -> assertThat(line).startsWith("\u001b[38;5;16;48;5;231m"))
        .allSatisfy(line -> assertThat(line).endsWith("\u001b[0m"));
  }

  @Test
  void shouldWriteNoEscapeSequencesInPlainText() {
    assertThat(TerminalQr.plain(QrCode.of("a"))).doesNotContain("\u001b");
  }

  @Test
  void shouldKeepQuietZone() {
    // Given version 1, which has 21 modules a side
    String text = TerminalQr.plain(QrCode.of("a"));

    // Then four light modules surround it
    assertThat(text.lines()).hasSize(15).allSatisfy(line -> assertThat(line).hasSize(29));
    assertThat(text.lines().limit(2)).containsOnly("█".repeat(29));
    assertThat(text.lines().skip(2)).allSatisfy(l -> assertThat(l).startsWith("████"));
  }
}
