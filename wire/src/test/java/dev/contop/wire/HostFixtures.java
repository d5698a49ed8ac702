package dev.contop.wire;

import dev.contop.domain.binding.BindingFixture;
import dev.contop.domain.binding.Countersignature;
import dev.contop.domain.binding.JavaHmac;
import dev.contop.domain.binding.SealedCredential;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.envelope.ToolOutput;
import dev.contop.domain.limits.Moment;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.SharedIceServer;
import dev.contop.domain.signaling.ToPhone;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** One of everything that the host says, under the names that the protocol document uses. */
final class HostFixtures {

  static final MessageId ID =
      new MessageId(UUID.fromString("0b7f5a0e-6d0f-4b7c-9a53-6f5d1c2e8a90"));
  static final MessageId REF =
      new MessageId(UUID.fromString("5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31"));

  static final Moment NOW =
      new Moment(new Ticks(7_000_000_000L), Instant.parse("2025-03-01T12:00:00Z"));

  static final VideoFigures FIGURES =
      new VideoFigures(
          29.97,
          Optional.of(new ScreenSize(1280, 720)),
          Optional.of("VP8"),
          Optional.of(Bitrate.ofKilobits(5000)),
          Optional.of(Bitrate.ofKilobits(4211)),
          OptionalDouble.of(37.24),
          Optional.of(Duration.ofNanos(4200_000)),
          OptionalDouble.of(0.00391),
          Optional.of(VideoFigures.Path.DIRECT),
          new VideoFigures.Times(
              Optional.of(Duration.ofNanos(912_345)),
              Optional.of(Duration.ofNanos(1304_000)),
              Optional.of(Duration.ofNanos(610_000)),
              Optional.of(Duration.ofNanos(9120_000))));

  private static final RequestId REQUEST = new RequestId("8d3c1b7e-2f4a-4c5d-9e6f-7a8b9c0d1e2f");

  private HostFixtures() {}

  static Map<String, Envelope> envelopes() {
    Map<String, HostMessage> messages = new LinkedHashMap<>();
    messages.put(
        "state_update",
        new HostMessage.StateUpdate(AiState.IDLE, ConnectionType.TEMPORARY, false, true));
    messages.put("keepalive", new HostMessage.Keepalive());
    messages.put(
        "agent_progress/running",
        progress(
            StepStatus.RUNNING,
            Optional.of("notes.txt\n"),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            false));
    messages.put(
        "agent_progress/completed",
        progress(
            StepStatus.COMPLETED,
            Optional.of("notes.txt\nplan.md\n"),
            Optional.of(""),
            OptionalInt.of(0),
            Optional.of(Duration.ofMillis(12)),
            false));
    messages.put(
        "agent_progress/cut",
        progress(
            StepStatus.FAILED,
            Optional.of("notes.txt\n"),
            Optional.of("ls: cannot open directory\n"),
            OptionalInt.of(2),
            Optional.of(Duration.ofMillis(1934)),
            true));
    messages.put(
        "agent_result",
        new HostMessage.AgentResult(
            "notes.txt\nplan.md", 1, Duration.ofMillis(48), Optional.empty()));
    messages.put(
        "agent_result/failed",
        new HostMessage.AgentResult(
            "Something is running already. Stop it first, or wait until it is done.",
            0,
            Duration.ZERO,
            Optional.of("busy")));
    messages.put("agent_status", new HostMessage.MessagesDropped(17));
    messages.put(
        "manual_control_result",
        new HostMessage.ManualControlResult("click", true, "", Duration.ofMillis(3)));
    messages.put(
        "manual_control_result/error",
        new HostMessage.ManualControlResult(
            "key_combo", false, "There are no keys to press.", Duration.ZERO));
    messages.put(
        "error",
        new HostMessage.ErrorReply(
            Refusal.UNKNOWN_TYPE.code(), Refusal.UNKNOWN_TYPE.words(), Optional.of(REF)));
    messages.put(
        "error/nameless",
        new HostMessage.ErrorReply(
            Refusal.MALFORMED.code(), Refusal.MALFORMED.words(), Optional.empty()));
    messages.put(
        "session_end",
        new HostMessage.SessionEnded("host_stopped", "Contop Host was stopped on the computer."));
    messages.put(
        "agent_confirmation_request",
        new HostMessage.ConfirmationRequest(
            REQUEST,
            "shell",
            "rm notes.txt",
            "“rm” deletes files.",
            "May this run on your computer? “rm” deletes files.",
            NOW.ticks().plus(Duration.ofMinutes(5)),
            new Digest("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")));
    messages.put(
        "confirmation_receipt",
        new HostMessage.ConfirmationReceipt(REQUEST, ReceiptOutcome.APPROVED, "Approved."));
    messages.put(
        "confirmation_receipt/expired",
        new HostMessage.ConfirmationReceipt(
            REQUEST, ReceiptOutcome.EXPIRED, "The time was up; it does not run."));
    List<Monitor> monitors =
        List.of(
            new Monitor("HDMI-1", "HDMI-1", new ScreenArea(0, 0, new ScreenSize(1920, 1080)), true),
            new Monitor(
                "DP-2", "DP-2", new ScreenArea(1920, 0, new ScreenSize(1280, 1024)), false));
    messages.put("screens", new HostMessage.Screens(Optional.empty(), monitors, "DP-2"));
    messages.put(
        "screens/error",
        new HostMessage.Screens(
            Optional.of("There is no such screen."), List.of(monitors.get(0)), Monitor.ALL));
    messages.put(
        "screen_status", new HostMessage.ScreenStatus(Optional.of("The X server of :0 has gone")));
    messages.put("screen_status/back", new HostMessage.ScreenStatus(Optional.empty()));
    messages.put("stats", new HostMessage.Statistics(FIGURES));
    messages.put("video_settings", new HostMessage.VideoInForce(true, "", 1280, 15, 1920, 30));
    messages.put(
        "video_settings/error",
        new HostMessage.VideoInForce(
            false, "This computer sends at most 30 frames a second.", 1280, 15, 1920, 30));
    messages.put(
        "frame",
        new HostMessage.ScreenFrame(
            REF,
            new Still(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
                new Ticks(6_900_000_000L),
                new ScreenSize(1280, 720),
                new ScreenSize(1920, 1080))));
    messages.put(
        "tool_result",
        new HostMessage.ToolResult(
            REF,
            "execute_cli",
            "Done.",
            Optional.empty(),
            Optional.of(new ToolOutput("notes.txt\n", "", 0, false)),
            Duration.ofMillis(12)));
    messages.put(
        "tool_result/failed",
        new HostMessage.ToolResult(
            REF,
            "execute_gui",
            "The tool “execute_gui” is not available on this computer.",
            Optional.of("not_available"),
            Optional.empty(),
            Duration.ZERO));
    messages.put(
        "device_control_result", new HostMessage.DeviceControlResult("lock_screen", true, "Done."));
    messages.put(
        "away_mode_status",
        new HostMessage.AwayModeStatus("Away mode is not available on this computer."));
    messages.put(
        "conversation_response",
        new HostMessage.ConversationResponse(
            "Nobody on this computer can converse yet. It can run what you ask for."));

    messages.put("resume_gap", new HostMessage.ResumeGap(58, 79));

    Map<String, Envelope> envelopes = new LinkedHashMap<>();
    messages.forEach((name, message) -> envelopes.put(name, new Envelope(ID, message)));
    envelopes.put(
        "agent_status/numbered",
        new Envelope(ID, new HostMessage.MessagesDropped(17), OptionalLong.of(80)));
    return envelopes;
  }

  static Map<String, ToPhone> signals() {
    Map<String, ToPhone> signals = new LinkedHashMap<>();
    signals.put(
        "answer",
        new ToPhone.Answer(
            new SessionDescription("v=0\r\no=- 4611 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"),
            "1f3b2c54-5d0e-4a7e-9c11-6b8e2f7d9a02"));
    signals.put(
        "challenge",
        new ToPhone.Challenge(
            BindingFixture.NONCE,
            List.of(
                new SharedIceServer(
                    List.of("stun:stun.example.org:3478"), Optional.empty(), Optional.empty()),
                new SharedIceServer(
                    List.of("turn:turn.example.org?transport=udp"),
                    Optional.of("ada"),
                    Optional.of(
                        SealedCredential.seal(
                            "secret",
                            1,
                            BindingFixture.NONCE,
                            BindingFixture.DEVICE,
                            BindingFixture.KEY,
                            new JavaHmac()))))));
    signals.put(
        "answer/proven",
        new ToPhone.Answer(
            new SessionDescription("v=0\r\no=- 4611 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"),
            "1f3b2c54-5d0e-4a7e-9c11-6b8e2f7d9a02",
            Optional.of(new Countersignature(BindingFixture.HOST_PROOF, BindingFixture.NEXT))));
    signals.put(
        "ice_candidate",
        new ToPhone.Candidate(
            new IceCandidate(
                "candidate:1 1 udp 2122260223 192.0.2.10 50412 typ host",
                Optional.of("0"),
                OptionalInt.of(0))));
    signals.put("ice_candidate/end", new ToPhone.Candidate(IceCandidate.END));
    signals.put(
        "error", new ToPhone.Refused(Refusal.MISSING_FIELD.code(), "The field sdp is missing."));
    return signals;
  }

  static PairingOffer pairing(String host, Optional<String> tailscale) {
    return new PairingOffer(
        new DeviceId("phone-1"),
        new Token("q7Vn0Yf3m2a1b8cQxWzKp5Rr-9_LdTeUiOjHgFsAaBc"),
        ConnectionType.TEMPORARY,
        Instant.parse("2025-03-01T12:00:05.987Z"),
        new Fingerprint("0123456789abcdef".repeat(4)),
        host,
        8000,
        tailscale);
  }

  private static HostMessage progress(
      StepStatus status,
      Optional<String> stdout,
      Optional<String> stderr,
      OptionalInt exitCode,
      Optional<Duration> duration,
      boolean truncated) {
    return new HostMessage.AgentProgress(
        1, "shell", "Run a command", "ls", status, stdout, stderr, exitCode, duration, truncated);
  }
}
