package dev.contop.signaling;

import dev.contop.application.pairing.ListDevices;
import dev.contop.application.recording.KeepRecordings;
import dev.contop.application.recording.RecordPhones;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingStanding;
import dev.contop.wire.RecordingAnswers;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists, starts, stops and hands out recordings (T75). On a worker thread. */
final class RecordingsOnRequest {

  private final RecordPhones recordings;
  private final ListDevices devices;

  RecordingsOnRequest(RecordPhones recordings, ListDevices devices) {
    this.recordings = recordings;
    this.devices = devices;
  }

  /** {@code GET /api/recordings}. */
  void list(HttpServerExchange exchange) {
    try {
      JsonReply.ok(
          exchange, RecordingAnswers.list(recordings.recordings(), recordings.standings()));
    } catch (IOException unreadable) {
      unreadable(exchange);
    }
  }

  /** {@code POST /api/recordings/start?device_id}. */
  void start(HttpServerExchange exchange) throws Parameters.Bad {
    change(exchange, recordings::start);
  }

  /** {@code POST /api/recordings/stop?device_id}. */
  void stop(HttpServerExchange exchange) throws Parameters.Bad {
    change(exchange, recordings::stop);
  }

  private void change(HttpServerExchange exchange, Function<DeviceId, RecordingStanding> change)
      throws Parameters.Bad {
    DeviceId device =
        Parameters.device(exchange).orElseThrow(() -> new Parameters.Bad("device_id is missing."));
    if (devices.list().stream().anyMatch(one -> one.device().id().equals(device))) {
      JsonReply.ok(exchange, RecordingAnswers.standing(change.apply(device)));
    } else {
      JsonReply.error(exchange, 404, "not_paired", "There is no such device.");
    }
  }

  /** {@code GET /recordings/files/NAME}: all of it, or the range that is asked for. */
  void file(HttpServerExchange exchange, String name) {
    Optional<KeepRecordings.StoredBytes> found;
    try {
      found = recordings.read(name);
    } catch (IOException unreadable) {
      unreadable(exchange);
      return;
    }
    if (found.isEmpty()) {
      JsonReply.notFound(exchange);
      return;
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type(name));
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    SendStored.send(exchange, found.get(), ranges(exchange));
  }

  private static List<String> ranges(HttpServerExchange exchange) {
    return Values.of(exchange, Headers.RANGE);
  }

  private static String type(String name) {
    if (name.endsWith(".vtt")) {
      return "text/vtt; charset=utf-8";
    }
    return name.endsWith(".webm") ? "video/webm" : "video/mp4";
  }

  private static void unreadable(HttpServerExchange exchange) {
    JsonReply.error(
        exchange, 500, "unreadable", "The folder of recordings cannot be read just now.");
  }
}
