package dev.contop.wire;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.Glance;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The sessions as {@code GET /api/sessions} tells of them: what runs, what is asked, and how the
 * connection stands.
 *
 * <p>Commands are in it, so it is shown and never logged. Stateless, so any thread may use it at
 * any time; it never blocks.
 */
public final class SessionGlances {

  private SessionGlances() {}

  /** The whole answer, in the order of the devices' names. */
  public static String write(Map<DeviceId, Glance> sessions) {
    List<Map.Entry<DeviceId, Glance>> sorted =
        sessions.entrySet().stream()
            .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
            .toList();
    return JsonOut.text(
        out ->
            out.objects(
                "sessions", sorted, (item, one) -> session(item, one.getKey(), one.getValue())));
  }

  private static void session(JsonOut out, DeviceId device, Glance glance) throws IOException {
    out.put("device_id", device.value());
    out.put("link", glance.link().code());
    out.put("manual", glance.manual());
    out.put("waiting", glance.waiting());
    if (glance.run().isPresent()) {
      Glance.Run run = glance.run().get();
      out.object("run", body -> run(body, run));
    }
    out.objects("questions", glance.questions(), SessionGlances::question);
  }

  private static void run(JsonOut out, Glance.Run run) throws IOException {
    out.put("stage", run.stage().code());
    out.put("command", run.command());
    out.put("steps", run.steps());
    out.put("lasting_ms", run.lasting().toMillis());
  }

  private static void question(JsonOut out, Glance.Question question) throws IOException {
    out.put("request_id", question.request().value());
    out.put("command", question.command());
    out.put("reason", question.reason());
    out.put("left_ms", question.left().toMillis());
  }
}
