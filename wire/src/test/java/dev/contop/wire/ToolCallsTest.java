package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of single tools as they are read (T54). */
class ToolCallsTest {

  @ParameterizedTest
  @ValueSource(strings = {"execute_cli", "run_command", "shell"})
  void shouldReadACallOfTheShellByEitherField(String tool) {
    // Given
    ToolRequest shell = new ToolRequest.Shell(tool, new Command("ls"));
    String args = ",\"args\":{\"command\":\"ls\"}}";

    // Then
    assertThat(read("{\"name\":\"" + tool + "\"" + args)).isEqualTo(shell);
    assertThat(read("{\"tool\":\"" + tool + "\"" + args)).isEqualTo(shell);
    assertThat(read("{\"tool\":\"" + tool + "\",\"name\":\"" + tool + "\"" + args))
        .isEqualTo(shell);
  }

  @Test
  void shouldKeepTheCommandAsItCame() {
    assertThat(read("{\"name\":\"shell\",\"args\":{\"command\":\" ls\\n\",\"more\":1}}"))
        .isEqualTo(new ToolRequest.Shell("shell", new Command(" ls\n")));
  }

  @Test
  void shouldReadTheLongestCommandAndNoLonger() {
    String longest = "x".repeat(Limits.standard().intentText());

    assertThat(read("{\"name\":\"shell\",\"args\":{\"command\":\"" + longest + "\"}}"))
        .isEqualTo(new ToolRequest.Shell("shell", new Command(longest)));
    assertThat(
            Payloads.refusal(
                "tool_call", "{\"name\":\"shell\",\"args\":{\"command\":\"" + longest + "x\"}}"))
        .isEqualTo(Refusal.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"execute_gui", "execute_computer_use"})
  void shouldAnswerThatAToolIsNotAvailable(String tool) {
    assertThat(read("{\"name\":\"" + tool + "\"}"))
        .isEqualTo(
            new ToolRequest.Unusable(
                tool,
                "not_available",
                "The tool “" + tool + "” is not available on this computer."));
  }

  @Test
  void shouldAnswerThatThereIsNoSuchTool() {
    assertThat(read("{\"name\":\"<b>tool number one of many, many more</b>\",\"args\":7}"))
        .isEqualTo(
            new ToolRequest.Unusable(
                "?b?tool?number?one?of?many??many",
                "unknown_tool",
                "There is no tool called “?b?tool?number?one?of?many??many”."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | MISSING_FIELD",
        "{\"name\":null}                             | WRONG_TYPE",
        "{\"name\":7}                                | WRONG_TYPE",
        "{\"tool\":7}                                | WRONG_TYPE",
        "{\"name\":\" \"}                            | WRONG_TYPE",
        "{\"tool\":\"\"}                             | WRONG_TYPE",
        "{\"name\":\"a\",\"tool\":\"b\"}             | WRONG_TYPE",
        "{\"name\":\"a\",\"tool\":7}                 | WRONG_TYPE",
        "{\"name\":\"shell\"}                        | MISSING_FIELD",
        "{\"name\":\"shell\",\"args\":null}          | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":[\"ls\"]}      | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":\"ls\"}        | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":{}}            | MISSING_FIELD",
        "{\"name\":\"shell\",\"args\":{\"command\":null}}          | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":{\"command\":[\"ls\"]}}      | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":{\"command\":\"\"}}          | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":{\"command\":\" \\n\"}}      | WRONG_TYPE",
        "{\"name\":\"shell\",\"args\":{\"command\":\"a\\u0000\"}}  | WRONG_TYPE",
      })
  void shouldRefuseWhatIsNoCall(String payload, Refusal cause) {
    assertThat(Payloads.refusal("tool_call", payload)).isEqualTo(cause);
  }

  private static ToolRequest read(String payload) {
    PhoneMessage message = Payloads.read("tool_call", payload);
    assertThat(message).isInstanceOf(PhoneMessage.ToolCall.class);
    PhoneMessage.ToolCall call = (PhoneMessage.ToolCall) message;
    assertThat(call.call()).isEqualTo(Payloads.ID);
    return call.request();
  }
}
