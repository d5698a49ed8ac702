package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScrollDirection;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every action of {@code manual_control} (T61, T62, T64). */
class InputRequestsTest {

  private static final Optional<VideoPoint> AT = Optional.of(new VideoPoint(3, 4.5));
  private static final Optional<VideoPoint> NOWHERE = Optional.empty();

  @ParameterizedTest
  @MethodSource("wellFormed")
  void shouldReadEveryForm(String payload, InputRequest expected) {
    // When
    Fields fields = fields(payload);
    InputRequest request = InputRequests.read(fields);

    // Then
    assertThat(fields.wrong()).isEmpty();
    assertThat(request).isEqualTo(expected);
  }

  static Stream<Arguments> wellFormed() {
    return Stream.of(
        form("'action':'mouse_move','dx':1.5,'dy':-2", moveBy(1.5, -2, OptionalLong.empty())),
        form("'action':'mouse_move','dx':0,'dy':-0,'t':0", moveBy(0, -0.0, OptionalLong.of(0))),
        form("'action':'mouse_move','dx':1,'dy':1,'x':null", moveBy(1, 1, OptionalLong.empty())),
        form("'action':'mouse_move','dx':1,'dy':1,'t':null", moveBy(1, 1, OptionalLong.empty())),
        form(
            "'action':'mouse_move','dx':1e5,'dy':-1e5,'t':1e3",
            moveBy(100_000, -100_000, OptionalLong.of(1000))),
        form(
            "'action':'mouse_move','x':3,'y':4.5,'t':9007199254740991",
            new InputRequest.MoveTo(new VideoPoint(3, 4.5), OptionalLong.of(9007199254740991L))),
        form("'action':'mouse_down'", new InputRequest.Press(MouseButton.LEFT, NOWHERE)),
        form(
            "'action':'mouse_down','button':'right','x':3,'y':4.5",
            new InputRequest.Press(MouseButton.RIGHT, AT)),
        form(
            "'action':'mouse_down','button':null,'x':null,'y':null",
            new InputRequest.Press(MouseButton.LEFT, NOWHERE)),
        form(
            "'action':'mouse_up','button':'middle'",
            new InputRequest.Release(MouseButton.MIDDLE, NOWHERE)),
        form("'action':'mouse_up','x':3,'y':4.5", new InputRequest.Release(MouseButton.LEFT, AT)),
        form("'action':'click'", click("click", MouseButton.LEFT, 1, NOWHERE)),
        form(
            "'action':'click','button':'middle','x':3,'y':4.5",
            click("click", MouseButton.MIDDLE, 1, AT)),
        form("'action':'right_click'", click("right_click", MouseButton.RIGHT, 1, NOWHERE)),
        form(
            "'action':'right_click','x':3,'y':4.5", click("right_click", MouseButton.RIGHT, 1, AT)),
        form("'action':'double_click'", click("double_click", MouseButton.LEFT, 2, NOWHERE)),
        form(
            "'action':'double_click','x':3,'y':4.5",
            click("double_click", MouseButton.LEFT, 2, AT)),
        form("'action':'scroll','direction':'up'", scroll(ScrollDirection.UP, 1, NOWHERE)),
        form(
            "'action':'scroll','direction':'down','amount':5",
            scroll(ScrollDirection.DOWN, 5, NOWHERE)),
        form(
            "'action':'scroll','direction':'left','amount':2.6,'x':3,'y':4.5",
            scroll(ScrollDirection.LEFT, 3, AT)),
        form(
            "'action':'scroll','direction':'right','amount':0.2",
            scroll(ScrollDirection.RIGHT, 1, NOWHERE)),
        form(
            "'action':'scroll','direction':'up','amount':100",
            scroll(ScrollDirection.UP, 100, NOWHERE)),
        form(
            "'action':'key_combo','keys':['ctrl','c']",
            new InputRequest.KeyCombo(List.of("ctrl", "c"))),
        form(
            "'action':'key_combo','keys':['ctrl',' ']",
            new InputRequest.KeyCombo(List.of("ctrl", " "))),
        form(
            "'action':'key_combo','keys':['1','2','3','4','5','6','7','8']",
            new InputRequest.KeyCombo(List.of("1", "2", "3", "4", "5", "6", "7", "8"))),
        form(
            "'action':'type_text','text':' a\\n\\u00fc\\ud83d\\ude00 '",
            new InputRequest.TypeText(" a\n\u00fc\ud83d\ude00 ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action':'mouse_move'                                | MISSING_FIELD | dx",
        "'action':'mouse_move','dx':1                         | MISSING_FIELD | dy",
        "'action':'mouse_move','dy':1                         | MISSING_FIELD | dx",
        "'action':'mouse_move','x':1                          | MISSING_FIELD | y",
        "'action':'mouse_move','y':1                          | MISSING_FIELD | x",
        "'action':'mouse_move','x':1,'y':null                 | WRONG_TYPE    | y",
        "'action':'mouse_move','x':1,'y':1,'dx':1,'dy':1      | WRONG_TYPE    | dx",
        "'action':'mouse_move','dx':'1','dy':1                | WRONG_TYPE    | dx",
        "'action':'mouse_move','dx':[1],'dy':1                | WRONG_TYPE    | dx",
        "'action':'mouse_move','dx':true,'dy':1               | WRONG_TYPE    | dx",
        "'action':'mouse_move','dx':100000.5,'dy':1           | WRONG_TYPE    | dx",
        "'action':'mouse_move','dx':1,'dy':-100001            | WRONG_TYPE    | dy",
        "'action':'mouse_move','x':1e400,'y':1                | WRONG_TYPE    | x",
        "'action':'mouse_move','x':1,'y':-1e400               | WRONG_TYPE    | y",
        "'action':'mouse_move','dx':1,'dy':1,'t':-1           | WRONG_TYPE    | t",
        "'action':'mouse_move','dx':1,'dy':1,'t':1.5          | WRONG_TYPE    | t",
        "'action':'mouse_move','dx':1,'dy':1,'t':'1'          | WRONG_TYPE    | t",
        "'action':'mouse_move','dx':1,'dy':1,'t':9007199254740992 | WRONG_TYPE | t",
        "'action':'mouse_down','button':1                     | WRONG_TYPE    | button",
        "'action':'mouse_down','button':['left']              | WRONG_TYPE    | button",
        "'action':'mouse_down','x':1                          | MISSING_FIELD | y",
        "'action':'mouse_up','y':1                            | MISSING_FIELD | x",
        "'action':'mouse_up','x':'1','y':1                    | WRONG_TYPE    | x",
        "'action':'click','x':1                               | MISSING_FIELD | y",
        "'action':'click','x':1,'y':'2'                       | WRONG_TYPE    | y",
        "'action':'right_click','x':{},'y':2                  | WRONG_TYPE    | x",
        "'action':'double_click','x':1,'y':1e9                | WRONG_TYPE    | y",
        "'action':'scroll'                                    | MISSING_FIELD | direction",
        "'action':'scroll','direction':null                   | WRONG_TYPE    | direction",
        "'action':'scroll','direction':3                      | WRONG_TYPE    | direction",
        "'action':'scroll','direction':'up','amount':'3'      | WRONG_TYPE    | amount",
        "'action':'scroll','direction':'up','amount':0        | WRONG_TYPE    | amount",
        "'action':'scroll','direction':'up','amount':-3       | WRONG_TYPE    | amount",
        "'action':'scroll','direction':'up','amount':101      | WRONG_TYPE    | amount",
        "'action':'scroll','direction':'up','x':5             | MISSING_FIELD | y",
        "'action':'key_combo','keys':'ctrl'                   | WRONG_TYPE    | keys",
        "'action':'key_combo','keys':{}                       | WRONG_TYPE    | keys",
        "'action':'key_combo','keys':['ctrl',1]               | WRONG_TYPE    | keys",
        "'action':'key_combo','keys':[null]                   | WRONG_TYPE    | keys",
        "'action':'key_combo','keys':[['a']]                  | WRONG_TYPE    | keys",
        "'action':'type_text'                                 | MISSING_FIELD | text",
        "'action':'type_text','text':null                     | WRONG_TYPE    | text",
        "'action':'type_text','text':7                        | WRONG_TYPE    | text",
        "'x':1,'y':1                                          | MISSING_FIELD | action",
        "'action':{}                                          | WRONG_TYPE    | action",
      })
  void shouldRefuseWhatDoesNotHaveTheShape(String payload, Refusal cause, String field) {
    // Given
    Fields fields = fields(payload);

    // When
    InputRequests.read(fields);

    // Then
    assertThat(fields.wrong()).contains(new Fields.Wrong(cause, field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action':'key_combo'                                 | key_combo  | There are no keys",
        "'action':'key_combo','keys':null                     | key_combo  | There are no keys",
        "'action':'key_combo','keys':[]                       | key_combo  | There are no keys",
        "'action':'key_combo','keys':['a','b','c','d','e','f','g','h','i'] | key_combo | more than 8",
        "'action':'key_combo','keys':['']                     | key_combo  | 1 to 32",
        "'action':'key_combo','keys':['123456789012345678901234567890123'] | key_combo | 1 to 32",
        "'action':'mouse_down','button':'back'                | mouse_down | left, middle or right",
        "'action':'mouse_up','button':'LEFT'                  | mouse_up   | left, middle or right",
        "'action':'click','button':''                         | click      | left, middle or right",
        "'action':'scroll','direction':'north'                | scroll     | up, down, left or right",
        "'action':'type_text','text':''                       | type_text  | no text",
        "'action':'fly'                                       | fly        | not known",
        "'action':'Click'                                     | Click      | not known",
        "'action':''                                          | ``         | not known",
      })
  void shouldAnswerWhatCannotBeDone(String payload, String action, String reason) {
    // Given
    Fields fields = fields(payload);

    // When
    InputRequest request = InputRequests.read(fields);

    // Then
    assertThat(fields.wrong()).isEmpty();
    assertThat(request).isInstanceOf(InputRequest.Unusable.class);
    assertThat(request.action()).isEqualTo(action);
    assertThat(((InputRequest.Unusable) request).reason()).contains(reason).endsWith(".");
  }

  @Test
  void shouldTypeTheLongestTextAndNoLonger() {
    String longest = "x".repeat(4096);

    assertThat(InputRequests.read(fields("'action':'type_text','text':'" + longest + "'")))
        .isEqualTo(new InputRequest.TypeText(longest));
    assertThat(InputRequests.read(fields("'action':'type_text','text':'" + longest + "x'")))
        .isInstanceOf(InputRequest.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u001b[31mred", "a\\nb", "\\u202eevil", "\\ud83d\\ude00"})
  void shouldShowAnUnknownActionHarmlessly(String action) {
    assertThat(InputRequests.read(fields("'action':'" + action + "'")).action())
        .matches("[A-Za-z0-9_.?-]{1,32}")
        .contains("?");
  }

  @Test
  void shouldShowOnlyTheBeginningOfALongAction() {
    assertThat(InputRequests.read(fields("'action':'" + "a".repeat(5000) + "'")).action())
        .isEqualTo("a".repeat(32));
  }

  private static Arguments form(String payload, InputRequest expected) {
    return Arguments.of(payload, expected);
  }

  private static InputRequest moveBy(double dx, double dy, OptionalLong counter) {
    return new InputRequest.MoveBy(dx, dy, counter);
  }

  private static InputRequest click(
      String action, MouseButton button, int times, Optional<VideoPoint> at) {
    return new InputRequest.Click(action, button, times, at);
  }

  private static InputRequest scroll(
      ScrollDirection direction, int amount, Optional<VideoPoint> at) {
    return new InputRequest.Scroll(direction, amount, at);
  }

  private static Fields fields(String payload) {
    byte[] json = ("{" + payload.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
    JsonReading reading = StrictJson.read(json, 64 * 1024);
    assertThat(reading).isInstanceOf(JsonReading.Accepted.class);
    return new Fields((Json.Members) ((JsonReading.Accepted) reading).tree());
  }
}
