package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.benchmarks.endtoend.Contender.Needed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContendersTest {

  @Test
  void shouldNameThePackagesThatAreNotHere() {
    // Given
    Contender peer =
        new ScriptedPeer(
            "peer",
            "A peer",
            List.of(
                Needed.of("coreutils", "/no/such/file", "/bin/ls"),
                Needed.of("something", "/no/such/file")),
            "peer.py",
            List.of());

    // Then
    assertThat(peer.missing()).containsExactly("something");
  }

  @Test
  void shouldKnowEachByOneName() {
    assertThat(
            Stream.of(Contenders.own(), Contenders.peers(), Contenders.seldom())
                .flatMap(List::stream))
        .extracting(Contender::name)
        .containsExactly(
            "vp8",
            "h264",
            "vp8-1920",
            "gst-x264",
            "gst-vp8",
            "chromium",
            "tigervnc",
            "aiortc",
            "vp9",
            "av1")
        .doesNotHaveDuplicates();
  }
}
