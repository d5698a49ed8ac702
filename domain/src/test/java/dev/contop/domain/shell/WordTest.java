package dev.contop.domain.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said of a word before it is expanded. */
class WordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '%',
      value = {
        // word; lead; vague; manifold; begins with a folder
        "a; a; false; false; false",
        "-a; -a; false; false; false",
        "a'b'\"c\"; abc; false; false; false",
        "$x; %%; true; true; false",
        "\"$x\"; %%; true; false; false",
        "a$x; a; true; true; false",
        "\"a$x\"; a; false; false; false",
        "-a\"$x\"; -a; true; false; false",
        "\"$@\"; %%; true; true; false",
        "a\"$@\"; a; true; true; false",
        "a$(b); a; true; true; false",
        "a\"$(b)\"; a; false; false; false",
        "a$((1)); a; false; false; false",
        "$((1)); %%; true; false; false",
        "a${!x}; a; true; true; false",
        "*; %%; true; true; false",
        "a*; a; false; true; false",
        "-*; -; true; true; false",
        "a{b,c}; a; false; true; false",
        "~; %%; false; false; true",
        "~/a; %%; false; false; true",
        "$HOME/a; %%; false; false; true",
        "~a; %%; false; false; true",
        "<(a); %%; false; false; true",
        "$'\\q'; %%; true; false; false",
        "a~; a~; false; false; false"
      })
  void shouldSayWhatAWordMayBecome(
      String text, String lead, boolean vague, boolean manifold, boolean folder) {
    Word word = word(text);

    assertThat(word.lead()).isEqualTo(lead);
    assertThat(word.isVague()).isEqualTo(vague);
    assertThat(word.isManifold()).isEqualTo(manifold);
    assertThat(word.beginsWithFolder()).isEqualTo(folder);
  }

  @Test
  void shouldHaveATextOnlyIfNothingIsExpanded() {
    assertThat(word("a'b'")).extracting(Word::text).isEqualTo(java.util.Optional.of("ab"));
    assertThat(word("a$b").text()).isEmpty();
    assertThat(word("a$b").isLiteral()).isFalse();
    assertThat(word("''").text()).contains("");
  }

  @Test
  void shouldFindTheNameThatIsSet() {
    assertThat(ShellText.assigned(word("a=b"))).contains("a");
    assertThat(ShellText.assigned(word("a=$b"))).contains("a");
    assertThat(ShellText.assigned(word("-n=b"))).contains("-n");
    assertThat(ShellText.assigned(word("a"))).isEmpty();
    assertThat(ShellText.assigned(word("=a"))).isEmpty();
    assertThat(ShellText.assigned(word("$a=b"))).isEmpty();
  }

  private static Word word(String text) {
    Node.Sequence script = (Node.Sequence) ShellText.read("x " + text);
    Node.Sequence list = (Node.Sequence) script.parts().get(0);
    return ((Node.Simple) list.parts().get(0)).words().get(1);
  }
}
