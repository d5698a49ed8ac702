package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of recordings (T75). */
class RecordingNameTest {

  private static final Instant BEGAN = Instant.parse("2030-01-02T03:04:05.678Z");

  @Test
  void shouldSayWhenItBeganAndWhoseSessionItShows() {
    // When
    RecordingName name = RecordingName.of(BEGAN, "Ann's phone", RecordingFormat.MP4);

    // Then
    assertThat(name.value()).isEqualTo("2030-01-02T03-04-05-678Z-Anns-phone.mp4");
    assertThat(name.began()).isEqualTo(BEGAN);
    assertThat(name.device()).isEqualTo("Anns-phone");
    assertThat(name.format()).isEqualTo(RecordingFormat.MP4);
    assertThat(name.captions()).isEqualTo("2030-01-02T03-04-05-678Z-Anns-phone.vtt");
    assertThat(RecordingName.captioned(name.captions()).orElseThrow().captions())
        .isEqualTo(name.captions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/passwd|etc-passwd",
        "a/b\\c|a-b-c",
        "Ädas Handy|das-Handy",
        "电话|phone",
        "--|phone",
        ".|phone",
        "x   y|x-y",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee|aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd",
      })
  void shouldMakeAnyDeviceNameAPlainOne(String device, String plain) {
    // When
    RecordingName name = RecordingName.of(BEGAN, device, RecordingFormat.WEBM);

    // Then
    assertThat(name.device()).isEqualTo(plain);
    assertThat(RecordingName.parse(name.value())).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "2030-01-02T03-04-05-678Z-phone.mp4/",
        "/2030-01-02T03-04-05-678Z-phone.mp4",
        "../2030-01-02T03-04-05-678Z-phone.mp4",
        "2030-01-02T03-04-05-678Z-..%2f.mp4",
        "2030-01-02T03-04-05-678Z-a/b.mp4",
        "2030-01-02T03-04-05-678Z-a\0.mp4",
        "2030-01-02T03-04-05-678Z-a.mp4\n",
        "2030-01-02T03-04-05-678Z-a.vtt",
        "2030-01-02T03-04-05-678Z-.mp4",
        "2030-02-30T03-04-05-678Z-a.mp4",
        "2030-13-01T03-04-05-678Z-a.mp4",
        "2030-01-02T03-04-05Z-a.mp4",
      })
  void shouldTakeNothingElseForAName(String text) {
    assertThat(RecordingName.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.vtt", ".vtt", "2030-01-02T03-04-05-678Z-a.mp4", "../x.vtt"})
  void shouldTakeNothingElseForTheNameOfCaptions(String text) {
    assertThat(RecordingName.captioned(text)).isEmpty();
  }
}
