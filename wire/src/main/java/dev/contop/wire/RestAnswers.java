package dev.contop.wire;

import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The short answers of the loopback listener (T94); that of the devices is {@link ListedDevice}.
 *
 * <p>Stateless, so any thread may use it at any time; it never blocks and holds no secret.
 */
public final class RestAnswers {

  private static final int MOST_BYTES = 64 * 1024;

  private RestAnswers() {}

  /** To what cannot be done. */
  public static String error(String code, String message) {
    return JsonOut.text(
        out ->
            out.object(
                "error",
                error -> {
                  error.put("code", code);
                  error.put("message", message);
                }));
  }

  /** To {@code DELETE /api/pair}. */
  public static String revoked(DeviceId device, Optional<String> warning) {
    return JsonOut.text(
        out -> {
          out.put("device_id", device.value());
          out.put("revoked", true);
          out.put("warning", warning);
        });
  }

  /** To {@code POST /api/sessions/stop}: what runs has been told to end. */
  public static String stopping(DeviceId device) {
    return JsonOut.text(
        out -> {
          out.put("device_id", device.value());
          out.put("stopping", true);
        });
  }

  /** To {@code POST /api/confirmations/reject}: the question, if it is still open, gets its no. */
  public static String rejecting(DeviceId device, RequestId request) {
    return JsonOut.text(
        out -> {
          out.put("device_id", device.value());
          out.put("request_id", request.value());
          out.put("rejecting", true);
        });
  }

  /** To {@code GET /api/pair/status} about all devices. */
  public static String status(List<DeviceStatus> devices) {
    return JsonOut.text(
        out -> {
          out.put("devices", devices.size());
          out.put("connected", devices.stream().filter(DeviceStatus::connected).count());
        });
  }

  /** To {@code GET /api/pair/status} about one device. */
  public static String status(DeviceId id, Optional<DeviceStatus> status) {
    Optional<Device> device = status.map(DeviceStatus::device);
    return JsonOut.text(
        out -> {
          out.put("device_id", id.value());
          out.put("paired", device.isPresent());
          out.put("used", device.map(Device::used).orElse(false));
          out.put("connected", status.map(DeviceStatus::connected).orElse(false));
          out.put("connection_type", device.map(one -> one.pairing().connection().wireName()));
          out.put("role", device.map(one -> one.pairing().role().wireName()));
          out.put("expires_at", device.map(one -> one.pairing().expiresAt().toString()));
        });
  }

  /**
   * To {@code GET /api/connection-info}.
   *
   * @param renewal when the certificate expires
   */
  public static String connection(
      String host, int port, Optional<String> tailscale, Fingerprint fingerprint, Instant renewal) {
    return JsonOut.text(
        out -> {
          out.put("host", host);
          out.put("port", port);
          out.put("tailscale", tailscale);
          out.put("fingerprint", fingerprint.hex());
          out.put("certificate_expires_at", renewal.toString());
        });
  }

  /** To {@code GET /api/statistics}, by the names of the devices. */
  public static String statistics(Map<DeviceId, VideoFigures> figures) {
    List<DeviceId> devices =
        figures.keySet().stream().sorted(Comparator.comparing(DeviceId::value)).toList();
    return JsonOut.text(
        out ->
            out.objects(
                "peers",
                devices,
                (peer, device) -> {
                  peer.put("device_id", device.value());
                  Figures.write(peer, Objects.requireNonNull(figures.get(device)));
                }));
  }

  /** The fingerprint in an answer to {@code GET /api/connection-info}. */
  public static Optional<Fingerprint> fingerprint(String answer) {
    return read(
        answer,
        in ->
            Optional.of(in.text("fingerprint")).filter(Fingerprint::isValid).map(Fingerprint::new));
  }

  /** What went wrong with a revocation that was done all the same. */
  public static Optional<String> warning(String answer) {
    return read(answer, in -> in.optionalText("warning"));
  }

  /** Why a request was refused, in words. */
  public static Optional<String> refusal(String answer) {
    return read(
        answer,
        in -> {
          Fields error = in.object("error");
          String message = error.text("message");
          in.adopt(error);
          return Optional.of(message);
        });
  }

  private static <T> Optional<T> read(String answer, Function<Fields, Optional<T>> reading) {
    JsonReading read = StrictJson.read(answer.getBytes(StandardCharsets.UTF_8), MOST_BYTES);
    if (read instanceof JsonReading.Accepted accepted
        && accepted.tree() instanceof Json.Members members) {
      Fields in = new Fields(members);
      Optional<T> found = reading.apply(in);
      return in.wrong().isPresent() ? Optional.empty() : found;
    }
    return Optional.empty();
  }
}
