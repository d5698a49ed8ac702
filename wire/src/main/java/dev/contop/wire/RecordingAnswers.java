package dev.contop.wire;

import dev.contop.domain.recording.RecordingStanding;
import dev.contop.domain.recording.ShownRecording;
import java.io.IOException;
import java.util.List;

/**
 * What the loopback listener answers about recordings (T75, T94).
 *
 * <p>Stateless, so any thread may use it at any time; it never blocks and holds no secret.
 */
public final class RecordingAnswers {

  private RecordingAnswers() {}

  /** To {@code GET /api/recordings}. */
  public static String list(List<ShownRecording> recordings, List<RecordingStanding> devices) {
    return JsonOut.text(
        out -> {
          out.objects("recordings", recordings, RecordingAnswers::recording);
          out.objects("devices", devices, RecordingAnswers::standing);
        });
  }

  /** To {@code POST /api/recordings/start} and {@code /stop}. */
  public static String standing(RecordingStanding standing) {
    return JsonOut.text(out -> standing(out, standing));
  }

  private static void recording(JsonOut out, ShownRecording shown) throws IOException {
    out.put("name", shown.recording().name().value());
    out.put("captions", shown.recording().name().captions());
    out.put("device", shown.recording().name().device());
    out.put("began_at", shown.recording().name().began().toString());
    out.put("written_at", shown.recording().written().toString());
    out.put("bytes", shown.recording().bytes());
    out.put("running", shown.running());
  }

  private static void standing(JsonOut out, RecordingStanding standing) throws IOException {
    out.put("device_id", standing.device().value());
    out.put("wanted", standing.wanted());
    out.put("running", standing.running());
    out.put("failure", standing.failure());
  }
}
