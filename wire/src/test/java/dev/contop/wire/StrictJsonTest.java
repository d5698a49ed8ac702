package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import dev.contop.domain.envelope.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private static final int ROOM = 256 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "\"\"",
        " \t\r\n{ \"a\" : [ 1 , { } , [ ] ] } \n",
        "{\"\":0}",
        "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",
        "[0,-0,0.5,-0.5,10,1e3,1E3,1e+3,1e-3,0e0,123456789.123456789,12345678901234567890]",
        "\"plain, \u00fc, \u20ac, \ud83d\ude00, \ufeff, \u007f\"",
        "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000 \\u00e9 \\uABCD \\uabcd \\ud83d\\ude00 end\"",
        "{\"\\u0061\":1,\"b\":2}",
      })
  void shouldReadWhatEveryReaderReads(String json) throws IOException {
    // Given
    Object expected = independently(json);

    // When
    JsonReading reading = read(json);

    // Then
    assertThat(reading).isInstanceOf(JsonReading.Accepted.class);
    assertThat(plain(((JsonReading.Accepted) reading).tree())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{:1}",
        "{\"a\"::1}",
        "{null:1}",
        "[1}",
        "{\"a\":1]",
        "{}{}",
        "{} x",
        "{},",
        "nul",
        "nulll",
        "True",
        "tru",
        "falsey",
        "NaN",
        "Infinity",
        "-Infinity",
        "-",
        "+1",
        ".5",
        "5.",
        "01",
        "-01",
        "00",
        "1e",
        "1e+",
        "1.e3",
        "1.5.5",
        "1e5e5",
        "0x10",
        "1_000",
        "1d",
        "1f",
        "--1",
        "\"",
        "\"abc",
        "\"\\",
        "\"\\x\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u-123\"",
        "\"\\U0041\"",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"a\u0000b\"",
        "\"\u001f\"",
        "'a'",
        "// c\n1",
        "/* c */ 1",
        "# c\n1",
        "\u00a0{}",
        "{}\u0000",
        "\ufeff{}",
        "{\"a\u0001\":1}",
        "\"\\u00\uff11\uff11\"",
      })
  void shouldRefuseWhatIsNotJson(String json) {
    assertThat(read(json)).isEqualTo(refused(Refusal.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22 80 22", // a continuation without a lead
        "22 C3 22", // a lead without its continuation
        "22 C0 AF 22", // overlong, two bytes
        "22 C1 BF 22",
        "22 E0 80 AF 22", // overlong, three bytes
        "22 E0 9F BF 22",
        "22 F0 80 80 AF 22", // overlong, four bytes
        "22 F0 8F BF BF 22",
        "22 ED A0 80 22", // surrogates, alone and as a pair
        "22 ED BF BF 22",
        "22 ED A0 BD ED B8 80 22",
        "22 F4 90 80 80 22", // beyond U+10FFFF
        "22 F5 80 80 80 22",
        "22 F8 88 80 80 80 22",
        "22 FF 22",
        "22 FE FF 22",
        "22 E2 82 22", // cut short
        "22 F0 9F 98",
        "E2 82",
        "7B 7D FF", // after the end
        "FF FE 7B 00 7D 00", // UTF-16
      })
  void shouldRefuseWhatIsNotUtf8(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

    assertThat(StrictJson.read(bytes, ROOM)).isEqualTo(refused(Refusal.NOT_TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83d \\ude00\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "\"\\ud83d\ud83d\ude00\"",
        "\"\ud83d\ude00\\ude00\"",
        "{\"\\ud83d\":1}",
      })
  void shouldRefuseSurrogatesWithoutTheirOtherHalf(String json) {
    assertThat(read(json)).isEqualTo(refused(Refusal.NOT_TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"b\":2,\"a\":null}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"\":1,\"\":2}",
        "[[{\"x\":{\"a\":{},\"a\":[]}}]]",
      })
  void shouldRefuseTheSameNameTwice(String json) {
    assertThat(read(json)).isEqualTo(refused(Refusal.DUPLICATE_KEY));
  }

  @ParameterizedTest
  @CsvSource({"[,]", "{\"a\":,}"})
  void shouldNestToTheLimitAndNoDeeper(String open, String close) {
    // Given
    String inside = open.equals("[") ? "" : "null";

    // Then
    assertThat(read(open.repeat(64) + inside + close.repeat(64)))
        .isInstanceOf(JsonReading.Accepted.class);
    assertThat(read(open.repeat(65) + inside + close.repeat(65)))
        .isEqualTo(refused(Refusal.TOO_DEEP));
    assertThat(read(open.repeat(40_000))).isEqualTo(refused(Refusal.TOO_DEEP));
  }

  @Test
  void shouldCountBytesAndNotCharacters() {
    // Given
    byte[] sixBytes = "\"\u00e9\u00e9\"".getBytes(StandardCharsets.UTF_8);

    // Then
    assertThat(StrictJson.read(sixBytes, 6)).isInstanceOf(JsonReading.Accepted.class);
    assertThat(StrictJson.read(sixBytes, 5)).isEqualTo(refused(Refusal.TOO_LARGE));
  }

  @Test
  void shouldNotGrowASmallMessageIntoALargeTree() {
    // Given
    int most = StrictJson.MAX_VALUES - 1;

    // Then
    assertThat(read("[" + "0,".repeat(most - 1) + "0]")).isInstanceOf(JsonReading.Accepted.class);
    assertThat(read("[" + "0,".repeat(most) + "0]")).isEqualTo(refused(Refusal.TOO_LARGE));
    assertThat(read("[" + "[],".repeat(80_000) + "[]]")).isEqualTo(refused(Refusal.TOO_LARGE));
  }

  private static JsonReading read(String json) {
    return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), ROOM);
  }

  private static JsonReading refused(Refusal cause) {
    return new JsonReading.Rejected(cause);
  }

  /** The same by another hand; a list, since AssertJ has no null to hold for {@code null}. */
  private static Object independently(String json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    return List.of(Objects.requireNonNullElse(reader.readJsonValue(), "null"));
  }

  private static Object plain(Json json) {
    return List.of(Objects.requireNonNullElse(value(json), "null"));
  }

  private static @Nullable Object value(Json json) {
    if (json instanceof Json.Members members) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      members.byName().forEach((name, member) -> map.put(name, value(member)));
      return map;
    }
    if (json instanceof Json.Elements elements) {
      List<@Nullable Object> list = new ArrayList<>();
      elements.items().forEach(item -> list.add(value(item)));
      return list;
    }
    if (json instanceof Json.Text text) {
      return text.value();
    }
    if (json instanceof Json.Num number) {
      return number.value();
    }
    return json instanceof Json.Truth truth ? truth.value() : null;
  }
}
