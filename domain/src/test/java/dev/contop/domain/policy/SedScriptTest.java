package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SedScriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "p",
        "1p",
        "0~4p",
        "9p",
        "$p",
        "1,3p",
        "1,+9p",
        "$!d",
        "/a/p",
        "/a/,/b/p",
        "/a\\/b/p",
        "/[a]/p",
        "s/a/b/",
        "s/a/b/gI2p",
        "s/[ab]/c/",
        "s|a|b|g",
        "y/abc/xyz/",
        "p;p",
        " p ; p ",
        "p\np",
        "s/a/b/;s/c/d/"
      })
  void shouldKnowWhatOnlyShows(String script) {
    assertThat(SedScript.isHarmless(script)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w x",
        "1w x",
        "e",
        "e ls",
        "1,3e ls",
        "/a/e",
        "s/a/b/e",
        "s/a/b/ge",
        "s/a/b/w x",
        "s/a/b/gw x",
        "s/a",
        "s/a/b",
        "s",
        "s\\a\\b\\",
        "s\na\nb\n",
        "y/a",
        "/a",
        "/a/,/b",
        "1,",
        "1",
        "/[/]/e",
        "s/[/]/b/w x/",
        "/[a/p",
        "px",
        "p;w x",
        "p\nw x",
        "/a\\/p"
      })
  void shouldNotTrustWhatMayDoMore(String script) {
    assertThat(SedScript.isHarmless(script)).isFalse();
  }
}
