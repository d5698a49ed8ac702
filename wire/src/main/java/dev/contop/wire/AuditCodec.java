package dev.contop.wire;

import dev.contop.wire.AuditStub.Torn;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The lines of the audit log, one JSON object each (T55).
 *
 * <p>Stateless, so any thread may use it at any time; it never blocks.
 */
public final class AuditCodec {

  /** No line is longer: an envelope's 256 KiB, with every byte of it escaped, and some room. */
  public static final int MAX_LINE_BYTES = 2 * 1024 * 1024;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** The line as UTF-8, without a line feed at its end or anywhere in it. */
  public byte[] write(AuditLine line) {
    return JsonOut.text(
            out -> {
              out.put("seq", line.seq());
              out.put("time", TIME.format(line.time()));
              out.put("kind", AuditFacts.kind(line.entry()));
              out.put("device", line.about().device().map(Object::toString));
              out.put("session", line.about().session().map(Object::toString));
              out.object("facts", facts -> AuditFacts.write(facts, line.entry()));
              out.put("prev", line.prev());
            })
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads back what a check needs; nothing when the bytes are no line of an audit log. Kinds that
   * this version does not know are lines too. Never throws, whatever the bytes.
   *
   * @param utf8 the line without its line feed
   */
  public Optional<AuditStub> read(byte[] utf8) {
    if (!(StrictJson.read(utf8, MAX_LINE_BYTES) instanceof JsonReading.Accepted accepted)
        || !(accepted.tree() instanceof Json.Members members)) {
      return Optional.empty();
    }
    Fields fields = new Fields(members);
    OptionalLong seq = fields.optionalCounter("seq");
    String prev = fields.text("prev");
    String kind = fields.text("kind");
    boolean timed = isTime(fields.text("time"));
    Fields facts = fields.object("facts");
    if (fields.wrong().isPresent()
        || seq.orElse(0) < 1
        || !timed
        || !HASH.matcher(prev).matches()) {
      return Optional.empty();
    }
    return Optional.of(new AuditStub(seq.getAsLong(), prev, torn(kind, facts)));
  }

  private static Optional<Torn> torn(String kind, Fields facts) {
    if (!kind.equals(AuditFacts.RECOVERED)) {
      return Optional.empty();
    }
    OptionalLong bytes = facts.optionalCounter("bytes");
    String sha256 = facts.text("sha256");
    return facts.wrong().isPresent() || bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Torn(bytes.getAsLong(), sha256));
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text).toEpochMilli() > 0;
    } catch (DateTimeException | ArithmeticException notATime) {
      return false;
    }
  }
}
