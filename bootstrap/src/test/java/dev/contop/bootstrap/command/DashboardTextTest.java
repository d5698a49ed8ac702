package dev.contop.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.door.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the dashboard is, in the terminal. */
class DashboardTextTest {

  private static final Secret SECRET = new Secret("s".repeat(43));

  private static String shown(Optional<Secret> needed, boolean toAPerson) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DashboardText.show(new PrintStream(out, true, StandardCharsets.UTF_8), 8001, needed, toAPerson);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldPutTheSecretIntoTheFragmentWhereItIsNeeded() {
    assertThat(shown(Optional.of(SECRET), true))
        .contains("http://127.0.0.1:8001/#key=" + "s".repeat(43) + System.lineSeparator());
    assertThat(shown(Optional.empty(), true))
        .contains("http://127.0.0.1:8001/" + System.lineSeparator());
  }

  @Test
  void shouldShowNoSecretToWhatIsNoTerminal() {
    assertThat(shown(Optional.of(SECRET), false))
        .contains("http://127.0.0.1:8001/" + System.lineSeparator())
        .doesNotContain("sss");
  }
}
