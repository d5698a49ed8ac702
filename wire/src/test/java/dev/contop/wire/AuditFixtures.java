package dev.contop.wire;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AnswerOutcome;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.Judgement;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One of every entry of the audit log, as one chain. */
final class AuditFixtures {

  private static final ExecutionId EXECUTION =
      new ExecutionId(UUID.fromString("7d0f6a52-3c1b-4e8e-9c55-0a4b1f2d9e01"));
  private static final String REQUEST = "c2a9e1d4-5b7f-4a63-8e0d-6f1b3c2d4e5f";
  private static final Command COMMAND = new Command("rm old.txt");
  private static final DeviceId PHONE = new DeviceId("phone-1");
  private static final About SESSION = About.session(PHONE, new SessionId("s-1"));

  private AuditFixtures() {}

  private record Fact(AuditEntry entry, About about) {}

  private static List<Fact> facts() {
    return List.of(
        new Fact(new AuditEntry.HostStarted("0.1.0"), About.HOST),
        new Fact(
            new AuditEntry.Paired(ConnectionType.TEMPORARY, Instant.parse("2026-03-01T16:00:00Z")),
            About.device(PHONE)),
        new Fact(new AuditEntry.IntentReceived(EXECUTION, new Intent("rm old.txt")), SESSION),
        new Fact(
            new AuditEntry.StepJudged(
                EXECUTION, 1, "shell", COMMAND, Judgement.ASKS, Optional.of("“rm” deletes files.")),
            SESSION),
        new Fact(
            new AuditEntry.ConfirmationAsked(
                EXECUTION,
                1,
                REQUEST,
                "shell",
                COMMAND,
                "“rm” deletes files.",
                "5f0e".repeat(16),
                Duration.ofMinutes(5)),
            SESSION),
        new Fact(
            new AuditEntry.ConfirmationAnswered(REQUEST, AnswerOutcome.APPROVED, "user"), SESSION),
        new Fact(new AuditEntry.StepStarted(EXECUTION, 1, "shell", COMMAND, "/home/ada"), SESSION),
        new Fact(
            new AuditEntry.StepEnded(EXECUTION, 1, Optional.of(0), Duration.ofMillis(12), 0),
            SESSION),
        new Fact(new AuditEntry.ExecutionStopped(EXECUTION, StopReason.CONNECTION_LOST), SESSION),
        new Fact(new AuditEntry.ManualModeSwitched(true), SESSION),
        new Fact(new AuditEntry.ManualAct("click"), SESSION),
        new Fact(new AuditEntry.DeviceAsked(DeviceAction.LOCK_SCREEN), SESSION),
        new Fact(
            new AuditEntry.DeviceActed(
                DeviceAction.LOCK_SCREEN, Optional.of("This desktop has no lock.")),
            SESSION),
        new Fact(new AuditEntry.Revoked(), About.device(PHONE)),
        new Fact(new AuditEntry.PairingExpired(), About.device(PHONE)),
        new Fact(new AuditEntry.Forbidden("user_intent", 12), SESSION),
        new Fact(new AuditEntry.LogRecovered(37, "e3b0".repeat(16)), About.HOST),
        new Fact(new AuditEntry.HostStopped(), About.HOST));
  }

  /** The chain, a line each. */
  static List<String> lines() {
    AuditCodec codec = new AuditCodec();
    List<String> lines = new ArrayList<>();
    String prev = "0".repeat(64);
    Instant time = Instant.parse("2026-03-01T12:00:00.120Z");
    for (Fact fact : facts()) {
      byte[] line =
          codec.write(new AuditLine(lines.size() + 1, time, fact.entry(), fact.about(), prev));
      lines.add(new String(line, StandardCharsets.UTF_8));
      prev = sha256(line);
      time = time.plusMillis(500);
    }
    return lines;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
