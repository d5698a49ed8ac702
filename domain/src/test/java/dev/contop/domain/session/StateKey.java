package dev.contop.domain.session;

import dev.contop.domain.envelope.IdSequence;
import dev.contop.domain.envelope.Outbox;
import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.StepOutput;
import dev.contop.domain.limits.Ticks;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is left of a state when names and the hour are taken away: ids are numbered as they appear,
 * times count from now, and what has passed has passed.
 *
 * <p>Whatever a record of the domain is made of is part of it, so that a new field is as well; of
 * the outbox it is the numbers that the rules look at.
 */
final class StateKey {

  /** A fingerprint of a key: two that are equal come from equal keys, for all that matters here. */
  record Mark(long high, long low) {}

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

  private static final ClassValue<Method[]> PARTS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          Method[] parts = new Method[components.length];
          for (int i = 0; i < parts.length; i++) {
            parts[i] = components[i].getAccessor();
            parts[i].setAccessible(true);
          }
          return parts;
        }
      };

  private final StringBuilder text = new StringBuilder(1024);
  private final Map<String, Integer> names = new HashMap<>();
  private final Ticks now;

  private StateKey(Ticks now) {
    this.now = now;
  }

  static Mark of(Explorer.World world) {
    StateKey key = new StateKey(world.now());
    key.add(world.devices());
    return hash(key.text);
  }

  private void add(Object value) {
    if (value instanceof Ticks ticks) {
      addTicks(ticks);
    } else if (value instanceof UUID id) {
      addName(id.toString());
    } else if (value instanceof String words) {
      addText(words);
    } else if (value instanceof Optional<?> maybe) {
      text.append('?');
      maybe.ifPresent(this::add);
    } else if (value instanceof Collection<?> many) {
      text.append('[');
      many.forEach(this::add);
      text.append(']');
    } else if (value instanceof Outbox outbox) {
      text.append('o').append(outbox.waiting()).append('/').append(outbox.inFlight());
      text.append(outbox.dropped() > 0 ? "d" : "");
    } else if (value instanceof Explorer.Device device) {
      addRecord(device);
      addNumbers(device.session().outbox(), device.onlooker().numbers());
    } else if (value instanceof Onlooker.Numbers) {
      text.append('n');
    } else if (value instanceof AuthorizedCommand authorized) {
      add(authorized.command());
    } else if (value instanceof IdSequence || value instanceof StepOutput) {
      text.append('-');
    } else if (value instanceof Record record) {
      addRecord(record);
    } else if (value instanceof Enum<?> || value instanceof Number || value instanceof Boolean) {
      text.append(value).append(',');
    } else {
      text.append(value.getClass().getSimpleName()).append(',');
    }
  }

  private void addRecord(Record record) {
    text.append(record.getClass().getSimpleName()).append('(');
    for (Method part : PARTS.get(record.getClass())) {
      try {
        add(part.invoke(record));
      } catch (ReflectiveOperationException closed) {
        throw new IllegalStateException(closed);
      }
    }
    text.append(')');
  }

  /** Where phone and host stand to one another; on which page of the book does not matter. */
  private void addNumbers(Outbox outbox, Onlooker.Numbers numbers) {
    text.append(outbox.resuming()).append(outbox.unsettled()).append('/');
    text.append(outbox.highest() - numbers.offered()).append('/');
    text.append(outbox.highest() - numbers.next()).append(',');
  }

  private void addTicks(Ticks ticks) {
    if (ticks.equals(Ticks.NEVER)) {
      text.append("never,");
    } else {
      text.append(ticks.reachedAt(now) ? 0 : ticks.nanos() - now.nanos()).append("t,");
    }
  }

  private void addText(String words) {
    if (ID.matcher(words).matches()) {
      addName(words);
    } else {
      text.append(words).append(',');
    }
  }

  private void addName(String name) {
    text.append('#').append(names.computeIfAbsent(name, unused -> names.size())).append(',');
  }

  private static Mark hash(CharSequence key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(key.toString().getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      return new Mark(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
