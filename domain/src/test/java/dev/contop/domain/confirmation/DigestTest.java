package dev.contop.domain.confirmation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.execution.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a digest names exactly one deed (T52). */
class DigestTest {

  private static final HashBytes HASH = new JavaHash();

  @Test
  void shouldHashWhatTheProtocolSays() {
    assertThat(Digest.of(new Command("ls").deed("shell"), HASH).hex())
        .isEqualTo(HASH.sha256("5:shell,2:ls,1:~,".getBytes(UTF_8)));
  }

  @Test
  void shouldWriteVariablesInTheOrderOfTheirNames() {
    // Given
    Map<String, String> backwards = new LinkedHashMap<>();
    backwards.put("B", "2");
    backwards.put("A", "1");

    // Then
    assertThat(new Deed("t", "c", "/", backwards).canonical())
        .isEqualTo("1:t,1:c,1:/,1:A,1:1,1:B,1:2,".getBytes(UTF_8));
  }

  @Test
  void shouldTellDeedsApartThatDifferInAnything() {
    // Given
    List<Deed> deeds =
        List.of(
            new Deed("shell", "rm a", "~", Map.of()),
            new Deed("shel", "lrm a", "~", Map.of()),
            new Deed("shell", "rm a ", "~", Map.of()),
            new Deed("shell", "rm  a", "~", Map.of()),
            new Deed("shell", "rm a", "/", Map.of()),
            new Deed("execute_cli", "rm a", "~", Map.of()),
            new Deed("shell", "rm a", "~", Map.of("A", "1")),
            new Deed("shell", "rm a", "~", Map.of("A", "2")),
            new Deed("shell", "rm a", "~", Map.of("B", "1")),
            new Deed("shell", "rm a", "~", Map.of("A", "", "1", "")),
            new Deed("shell", "rm a,1:~", "", Map.of()),
            new Deed("shell", "rm \ud83d", "~", Map.of()),
            new Deed("shell", "rm \ud83e", "~", Map.of()),
            new Deed("shell", "rm ?", "~", Map.of()),
            new Deed("shell", "rm \ufffd", "~", Map.of()));

    // Then
    assertThat(deeds.stream().map(deed -> Digest.of(deed, HASH))).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "\u007f\u0080",
        "\u07ff\u0800",
        "naïve",
        "日本語",
        "\uffff",
        "😀x",
        "\udbff\udfff"
      })
  void shouldWriteTextAsUtf8(String text) {
    assertThat(Utf8.of(text)).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void shouldWriteHalfAPairAsThreeBytes() {
    assertThat(Utf8.of("\ud800")).isEqualTo(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
    assertThat(Utf8.of("\udfffa"))
        .isEqualTo(new byte[] {(byte) 0xED, (byte) 0xBF, (byte) 0xBF, 'a'});
  }

  @Test
  void shouldShowNothingOfADeed() {
    assertThat(new Deed("shell", "secret", "~", Map.of("K", "v")).toString())
        .doesNotContain("secret", "K", "v=");
    assertThat(new Digest("ab")).hasToString("ab");
  }
}
