package dev.contop.domain.policy;

import dev.contop.domain.shell.Piece;
import dev.contop.domain.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A path in a command, as far as it is known.
 *
 * @param text with a leading {@code ~/} for the home folder
 * @param isPlain whether that is all of it, without a step upwards
 */
record Path(String text, boolean isPlain) {

  static Path of(Word word) {
    Optional<String> literal = word.text();
    if (literal.isPresent()) {
      String text = literal.get();
      // A quoted “~” is a file's name and not a folder.
      return plain(text.startsWith("~") ? "./" + text : text);
    }
    List<Piece> pieces = word.pieces();
    boolean inHome =
        pieces.size() == 2
            && pieces.get(0) instanceof Piece.Expanded first
            && first.kind() == Piece.Kind.HOME
            && pieces.get(1) instanceof Piece.Literal rest
            && rest.text().startsWith("/");
    if (inHome) {
      return plain("~" + ((Piece.Literal) pieces.get(1)).text());
    }
    return new Path(word.source().toString(), false);
  }

  private static Path plain(String text) {
    boolean climbs = steps(text).contains("..");
    return new Path(text, !climbs && !text.isEmpty());
  }

  /** What of {@code word} stands behind {@code prefix}, which it begins with. */
  static Word behind(Word word, String prefix) {
    List<Piece> pieces = new ArrayList<>();
    int passed = 0;
    for (Piece piece : word.pieces()) {
      if (passed < prefix.length() && piece instanceof Piece.Literal literal) {
        int taken = Math.min(prefix.length() - passed, literal.text().length());
        pieces.add(new Piece.Literal(literal.text().substring(taken), literal.quoted()));
        passed += taken;
      } else {
        pieces.add(piece);
      }
    }
    return new Word(pieces, word.source());
  }

  boolean isRelative() {
    return !text.startsWith("/") && !text.startsWith("~");
  }

  /** Its parts, without empty ones and “.”, and with “..” taken back. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String part : steps(text)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** The text between slashes, without empty parts. */
  static List<String> steps(String text) {
    List<String> steps = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, "/");
    while (tokens.hasMoreTokens()) {
      steps.add(tokens.nextToken());
    }
    return steps;
  }
}
