package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;

/** What expansions run. */
final class Expansions {

  private Expansions() {}

  /** The commands inside of all {@code pieces}. */
  static List<Node> inside(List<Piece> pieces) {
    List<Node> inside = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Expanded expanded) {
        inside.addAll(expanded.inside());
      }
    }
    return inside;
  }

  static boolean anyObscure(List<Piece> pieces) {
    return pieces.stream()
        .anyMatch(
            piece ->
                piece instanceof Piece.Expanded expanded && expanded.kind() == Piece.Kind.OBSCURE);
  }
}
