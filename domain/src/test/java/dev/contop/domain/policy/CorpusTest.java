package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Several hundred commands, and what is said of each. */
class CorpusTest {

  private final CommandJudge judge = new CommandJudge(Profile.ASK, UserRules.NONE, Corpus::look);

  @Test
  void shouldLetWhatOnlyLooksRun() {
    assertThat(wrong(Corpus.harmless(), Judgement.Harmless.class)).isEmpty();
  }

  @Test
  void shouldSayWhatIsNew() {
    assertThat(wrong(Corpus.creates(), Judgement.Creates.class)).isEmpty();
  }

  @Test
  void shouldAskAndSayWhy() {
    assertThat(wrong(Corpus.asks(), Judgement.Asks.class)).isEmpty();
  }

  @Test
  void shouldRefuseAndSayWhy() {
    assertThat(wrong(Corpus.refused(), Judgement.Refused.class)).isEmpty();
  }

  @Test
  void shouldHaveEnoughOfEach() {
    assertThat(Corpus.harmless()).hasSizeGreaterThan(300);
    assertThat(Corpus.asks()).hasSizeGreaterThan(400);
    assertThat(Corpus.refused()).hasSizeGreaterThan(150);
  }

  /** Entries of which something else is said. */
  private List<String> wrong(List<Corpus.Entry> entries, Class<? extends Judgement> expected) {
    return entries.stream()
        .filter(
            entry -> {
              Judgement judgement = judge.judge(entry.command());
              return !expected.isInstance(judgement) || !isSaid(judgement, entry.reason());
            })
        .map(entry -> entry + " was " + judge.judge(entry.command()))
        .toList();
  }

  private static boolean isSaid(Judgement judgement, String part) {
    String reason = Corpus.reason(judgement);
    boolean sentence = reason.endsWith(".") && reason.length() < 200 && !reason.contains("\n");
    return judgement instanceof Judgement.Harmless || (sentence && reason.contains(part));
  }
}
