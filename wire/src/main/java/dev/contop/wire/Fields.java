package dev.contop.wire;

import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The fields of one object, read by name and type; remembers the first that was not as asked.
 *
 * <p>A field that is wrong reads as something harmless, so a reader asks for all it needs and looks
 * once, at the end, whether anything was {@link #wrong}. A {@code null} counts as absent where a
 * field is optional, and as a wrong type where it is not. Not thread-safe.
 */
final class Fields {

  /** What is wrong, and with which field; never with what it held. */
  record Wrong(Refusal cause, String field) {}

  /** Counters and indices go no further than whole numbers stay exact in a JavaScript client. */
  private static final double MAX_SAFE_INTEGER = (1L << 53) - 1;

  private final Json.Members members;
  private Optional<Wrong> wrong = Optional.empty();

  Fields(Json.Members members) {
    this.members = members;
  }

  Optional<Wrong> wrong() {
    return wrong;
  }

  /** Whether the field is there and is not {@code null}. */
  boolean has(String name) {
    return !(members.field(name) instanceof Json.Nothing);
  }

  Json raw(String name) {
    return members.field(name);
  }

  String text(String name) {
    if (members.field(name) instanceof Json.Text text) {
      return text.value();
    }
    refuse(name);
    return "";
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A text of one line for people to read: trimmed, without control characters, maybe empty. */
  String label(String name, int maxLength) {
    String label = text(name).strip();
    if (label.length() > maxLength || Unicode.hasControls(label)) {
      outOfRange(name);
    }
    return label;
  }

  /** A {@link #label}, absent also when it is empty. */
  Optional<String> optionalLabel(String name, int maxLength) {
    return has(name)
        ? Optional.of(label(name, maxLength)).filter(label -> !label.isEmpty())
        : Optional.empty();
  }

  boolean truth(String name) {
    if (members.field(name) instanceof Json.Truth truth) {
      return truth.value();
    }
    refuse(name);
    return false;
  }

  double number(String name, double lowest, double highest) {
    if (!(members.field(name) instanceof Json.Num number)) {
      refuse(name);
      return lowest;
    }
    if (number.value() >= lowest && number.value() <= highest) {
      return number.value();
    }
    outOfRange(name);
    return lowest;
  }

  OptionalDouble optionalNumber(String name, double lowest, double highest) {
    return has(name) ? OptionalDouble.of(number(name, lowest, highest)) : OptionalDouble.empty();
  }

  /** A whole number from 0 to 2⁵³ − 1, however it is written. */
  OptionalLong optionalCounter(String name) {
    return has(name)
        ? OptionalLong.of((long) whole(name, 0, MAX_SAFE_INTEGER))
        : OptionalLong.empty();
  }

  /** A whole number from the lowest to 2⁵³ − 1, however it is written. */
  long counter(String name, long lowest) {
    return (long) whole(name, (double) lowest, MAX_SAFE_INTEGER);
  }

  /** A whole number between the two, however it is written. */
  long counter(String name, long lowest, long highest) {
    return (long) whole(name, (double) lowest, (double) highest);
  }

  /** The same, where it may be left out. */
  OptionalInt optionalCounter(String name, int lowest, int highest) {
    return has(name) ? OptionalInt.of((int) whole(name, lowest, highest)) : OptionalInt.empty();
  }

  /** A whole number from 0 to the highest, however it is written. */
  OptionalInt optionalIndex(String name, int highest) {
    return has(name) ? OptionalInt.of((int) whole(name, 0, highest)) : OptionalInt.empty();
  }

  private double whole(String name, double lowest, double highest) {
    double number = number(name, lowest, highest);
    if (number != Math.rint(number)) {
      outOfRange(name);
    }
    return number;
  }

  Fields object(String name) {
    if (members.field(name) instanceof Json.Members inner) {
      return new Fields(inner);
    }
    refuse(name);
    return new Fields(new Json.Members(Map.of()));
  }

  /** A moment in UTC as ISO 8601 writes it. */
  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException notATime) {
      outOfRange(name);
      return Instant.EPOCH;
    }
  }

  /** A list of objects, at most so many. */
  List<Fields> objects(String name, int most) {
    List<Fields> all = new ArrayList<>();
    if (members.field(name) instanceof Json.Elements list && list.items().size() <= most) {
      for (Json item : list.items()) {
        if (item instanceof Json.Members inner) {
          all.add(new Fields(inner));
        } else {
          outOfRange(name);
        }
      }
    } else {
      refuse(name);
    }
    return all;
  }

  /** A version 4 UUID as RFC 9562 writes it, in either case. */
  Optional<MessageId> messageId(String name) {
    Optional<MessageId> id =
        members.field(name) instanceof Json.Text text
            ? MessageIds.parse(text.value())
            : Optional.empty();
    if (id.isEmpty()) {
      refuse(name);
    }
    return id;
  }

  /** Takes over what was wrong inside an object that is one of these fields. */
  void adopt(Fields inner) {
    wrong = wrong.or(() -> inner.wrong);
  }

  /** Notes that the field is of the right type and yet not usable. */
  void outOfRange(String name) {
    remember(Refusal.WRONG_TYPE, name);
  }

  /** Notes that the field is absent or of the wrong type, whichever it is. */
  void refuse(String name) {
    boolean absent = members.field(name) == Json.Nothing.ABSENT;
    remember(absent ? Refusal.MISSING_FIELD : Refusal.WRONG_TYPE, name);
  }

  private void remember(Refusal cause, String name) {
    if (wrong.isEmpty()) {
      wrong = Optional.of(new Wrong(cause, name));
    }
  }
}
