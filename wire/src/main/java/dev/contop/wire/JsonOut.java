package dev.contop.wire;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSink;

/** Writes one JSON object field by field, in the order given; Moshi does the escaping. */
final class JsonOut {

  /** What stands between the braces of one object. */
  interface Body {
    void into(JsonOut out) throws IOException;
  }

  /** What stands between the braces of one object of an array. */
  interface Each<T> {
    void into(JsonOut out, T value) throws IOException;
  }

  private final JsonWriter writer;

  private JsonOut(JsonWriter writer) {
    this.writer = writer;
  }

  static byte[] bytes(Body body) {
    return written(body).readByteArray();
  }

  static String text(Body body) {
    return written(body).readUtf8();
  }

  private static Buffer written(Body body) {
    Buffer buffer = new Buffer();
    JsonOut out = new JsonOut(JsonWriter.of(buffer));
    out.writer.setSerializeNulls(true);
    try {
      out.object(body);
      out.writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory does not fail", e);
    }
    return buffer;
  }

  private void object(Body body) throws IOException {
    writer.beginObject();
    body.into(this);
    writer.endObject();
  }

  void object(String name, Body body) throws IOException {
    writer.name(name);
    object(body);
  }

  /** Writes an array of objects, each as {@code each} writes one. */
  <T> void objects(String name, List<T> values, Each<T> each) throws IOException {
    writer.name(name).beginArray();
    for (T value : values) {
      object(out -> each.into(out, value));
    }
    writer.endArray();
  }

  /** Writes an array of values that are JSON already, and known to be. */
  void asTheyAre(String name, List<String> values) throws IOException {
    writer.name(name).beginArray();
    for (String value : values) {
      try (BufferedSink place = writer.valueSink()) {
        place.writeUtf8(value);
      }
    }
    writer.endArray();
  }

  void texts(String name, List<String> values) throws IOException {
    writer.name(name).beginArray();
    for (String value : values) {
      writer.value(Unicode.wellFormed(value));
    }
    writer.endArray();
  }

  void put(String name, String value) throws IOException {
    writer.name(name).value(Unicode.wellFormed(value));
  }

  /** Writes the field only if there is a value. */
  void put(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      put(name, value.get());
    }
  }

  void put(String name, long value) throws IOException {
    writer.name(name).value(value);
  }

  /** A finite number. */
  void put(String name, double value) throws IOException {
    writer.name(name).value(value);
  }

  void put(String name, boolean value) throws IOException {
    writer.name(name).value(value);
  }

  void putNull(String name) throws IOException {
    writer.name(name).nullValue();
  }
}
