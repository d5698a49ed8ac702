package dev.contop.os.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MarkerTest {

  private final Marker marker = new Marker("MARK", "7");

  @Test
  void shouldBeFoundWhereverItStands() {
    // When / Then
    assertThat(isIn("MARK=7\0A=b\0")).isTrue();
    assertThat(isIn("A=b\0MARK=7\0")).isTrue();
    assertThat(isIn("A=b\0MARK=7")).isTrue();
  }

  @Test
  void shouldNotBeTakenForAnother() {
    // When / Then
    assertThat(isIn("")).isFalse();
    assertThat(isIn("MARK=77\0")).isFalse();
    assertThat(isIn("XMARK=7\0")).isFalse();
    assertThat(isIn("A=MARK=7\0")).isFalse();
    assertThat(isIn("MARK=\0007\0")).isFalse();
  }

  @Test
  void shouldNotBeInThisProcess() {
    // When / Then
    assertThat(marker.lookIn(Path.of("/proc/self"))).isEqualTo(Marker.Reading.UNMARKED);
    assertThat(marker.lookIn(Path.of("/proc/0"))).isEqualTo(Marker.Reading.UNKNOWN);
  }

  private boolean isIn(String environment) {
    return marker.isIn(environment.getBytes(StandardCharsets.UTF_8));
  }
}
