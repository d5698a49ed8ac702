package dev.contop.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples of {@code docs/protocol.md}: fenced blocks that begin with {@code ```json}, the wire
 * and direction, and the name of the message; each line of such a block is one message.
 */
final class ProtocolDocument {

  /** The name is the type of the message, then perhaps a slash and a variant. */
  record Example(String direction, String name, String json) {

    String type() {
      return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    }

    String variant() {
      return name.substring(name.indexOf('/') + 1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Path PLACE = Path.of("..", "docs", "protocol.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```json (.+) (\\S+)\n([^`]*)\n```$", Pattern.MULTILINE);

  private ProtocolDocument() {}

  static String text() {
    try {
      return Files.readString(PLACE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long blocks() {
    return BLOCK.matcher(text()).results().count();
  }

  static Stream<Example> examples() {
    return BLOCK.matcher(text()).results().flatMap(ProtocolDocument::lines);
  }

  static Stream<Example> examples(String direction) {
    return examples().filter(example -> example.direction().equals(direction));
  }

  private static Stream<Example> lines(MatchResult block) {
    return block.group(3).lines().map(line -> new Example(block.group(1), block.group(2), line));
  }
}
