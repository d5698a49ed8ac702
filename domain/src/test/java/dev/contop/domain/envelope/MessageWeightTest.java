package dev.contop.domain.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.SomeFigures;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.VideoFigures;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No message can carry text that the bounds on memory do not see (T17). */
class MessageWeightTest {

  private static final String TEXT = "x".repeat(1000);

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldCountEveryTextOfAMessage(Class<? extends HostMessage> kind) throws Exception {
    // Given
    RecordComponent[] parts = kind.getRecordComponents();
    Object[] values = Arrays.stream(parts).map(MessageWeightTest::value).toArray();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
    long texts = Arrays.stream(parts).filter(MessageWeightTest::isText).count();

    // When
    HostMessage message = kind.getDeclaredConstructor(types).newInstance(values);

    // Then
    assertThat(message.characters()).isEqualTo((int) texts * TEXT.length());
  }

  @SuppressWarnings("unchecked")
  static Stream<Class<? extends HostMessage>> kinds() {
    return Arrays.stream(HostMessage.class.getPermittedSubclasses())
        .map(kind -> (Class<? extends HostMessage>) kind);
  }

  private static boolean isText(RecordComponent part) {
    return part.getGenericType().getTypeName().contains("String");
  }

  private static Object value(RecordComponent part) {
    Class<?> type = part.getType();
    if (type == String.class) {
      return TEXT;
    } else if (type == Optional.class) {
      return isText(part) ? Optional.of(TEXT) : Optional.empty();
    } else if (type == List.class) {
      return isText(part) ? List.of(TEXT) : List.of();
    } else if (type == OptionalInt.class) {
      return OptionalInt.empty();
    } else if (type == Duration.class) {
      return Duration.ZERO;
    } else if (type == MessageId.class) {
      return new MessageId(new UUID(0, 1));
    } else if (type == RequestId.class) {
      return new RequestId("");
    } else if (type == Digest.class) {
      return new Digest("");
    } else if (type == Ticks.class) {
      return Ticks.ZERO;
    } else if (type == Still.class) {
      return new Still(new byte[0], Ticks.ZERO, new ScreenSize(1, 1), new ScreenSize(1, 1));
    } else if (type == VideoFigures.class) {
      return SomeFigures.at(0);
    } else if (type == boolean.class) {
      return true;
    } else if (type == int.class) {
      return 1;
    } else if (type == long.class) {
      return 1L;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    throw new AssertionError("Say here how a " + type + " is made");
  }
}
