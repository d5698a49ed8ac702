package dev.contop.wire;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.RecordingStanding;
import dev.contop.domain.recording.ShownRecording;
import dev.contop.domain.recording.StoredRecording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers about recordings that {@code docs/protocol.md} shows. */
final class RecordingFixtures {

  private RecordingFixtures() {}

  static Map<String, String> answers() {
    RecordingStanding phone =
        new RecordingStanding(RestFixtures.PHONE, true, true, Optional.empty());
    RecordingStanding tablet =
        new RecordingStanding(
            new DeviceId("tablet"),
            true,
            false,
            Optional.of("The disk is full, or may not be written."));
    ShownRecording recording =
        new ShownRecording(
            new StoredRecording(
                RecordingName.of(RestFixtures.NOON, "Ada’s phone", RecordingFormat.MP4),
                48_213,
                RestFixtures.NOON.plusSeconds(10)),
            true);
    return Map.of(
        "recordings", RecordingAnswers.list(List.of(recording), List.of(phone, tablet)),
        "recordings/started", RecordingAnswers.standing(phone));
  }
}
