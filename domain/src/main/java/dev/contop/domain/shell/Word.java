package dev.contop.domain.shell;

import java.util.List;
import java.util.Optional;

/** A word of a command: a name, an argument, a target. */
public record Word(List<Piece> pieces, Span source) {
  public Word {
    pieces = List.copyOf(pieces);
  }

  /** Its value, if nothing in it needs the shell. */
  public Optional<String> text() {
    return isLiteral() ? Optional.of(lead()) : Optional.empty();
  }

  public boolean isLiteral() {
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Literal)) {
        return false;
      }
    }
    return true;
  }

  /** What it begins with, up to the first thing that needs the shell. */
  public String lead() {
    if (pieces.size() == 1 && pieces.get(0) instanceof Piece.Literal literal) {
      return literal.text();
    }
    StringBuilder lead = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Literal literal)) {
        break;
      }
      lead.append(literal.text());
    }
    return lead.toString();
  }

  /** Whether it could turn into other words than one operand that begins as it does. */
  public boolean isVague() {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Expanded expanded && !expanded.quoted() && splits(expanded)) {
        return true;
      }
    }
    return !isLiteral() && (lead().isEmpty() ? !beginsWithFolder() : lead().startsWith("-"));
  }

  /** Whether it could turn into none or several words. */
  public boolean isManifold() {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Expanded expanded && !expanded.quoted()) {
        if (splits(expanded)
            || expanded.kind() == Piece.Kind.PATTERN
            || expanded.kind() == Piece.Kind.BRACES) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it begins with a folder: home, another user's, the working directory. */
  public boolean beginsWithFolder() {
    return !pieces.isEmpty()
        && pieces.get(0) instanceof Piece.Expanded first
        && (first.kind() == Piece.Kind.HOME
            || first.kind() == Piece.Kind.FOLDER
            || first.kind() == Piece.Kind.PROCESS);
  }

  private static boolean splits(Piece.Expanded expanded) {
    return switch (expanded.kind()) {
      case PARAMETER, COMMAND, OBSCURE -> true;
      case ARITHMETIC, PROCESS, PATTERN, HOME, FOLDER, BRACES, CODED -> false;
    };
  }
}
