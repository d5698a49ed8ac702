package dev.contop.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainWordsTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of(" \t ", List.of()),
        Arguments.of("a", List.of("a")),
        Arguments.of(" a  b\tc ", List.of("a", "b", "c")),
        Arguments.of("'a b' c", List.of("a b", "c")),
        Arguments.of("\"a b\"c", List.of("a bc")),
        Arguments.of("a'b'\"c\"d", List.of("abcd")),
        Arguments.of("'' a", List.of("", "a")),
        Arguments.of("a ''", List.of("a", "")),
        Arguments.of("''''", List.of("")),
        Arguments.of("'a\"b' \"c'd\"", List.of("a\"b", "c'd")),
        Arguments.of("a '$`\\!*'", List.of("a", "$`\\!*")),
        Arguments.of("a \"*?;|&<>(){}[]~#=\"", List.of("a", "*?;|&<>(){}[]~#=")),
        Arguments.of("a b#c d=e f~g", List.of("a", "b#c", "d=e", "f~g")),
        Arguments.of("a 'tab\there'", List.of("a", "tab\there")),
        Arguments.of("ä 😀", List.of("ä", "😀")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void shouldReadPlainAndQuotedWordsAsAShellDoes(String line, List<String> words) {
    assertThat(PlainWords.read(line)).isEqualTo(new PlainWords.Reading.Words(words));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '\t',
      value = {
        "a;b\t“;”",
        "a|b\t“|”",
        "a b=c #\t“#”",
        "a=b c\t“=”",
        "a ~\t“~”",
        "a \"$b\"\t“$”",
        "a \"b\\\"\t“\\”",
        "a 'b\tan open quote",
        "a \"b\tan open quote"
      })
  void shouldNameWhatAShellWouldTreatSpecially(String line, String part) {
    assertThat(PlainWords.read(line)).isEqualTo(new PlainWords.Reading.Special(part));
  }
}
