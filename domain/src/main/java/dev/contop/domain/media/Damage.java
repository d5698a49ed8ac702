package dev.contop.domain.media;

import java.util.Optional;

/**
 * What of a picture is not as it was: nothing, or whatever lies in one rectangle.
 *
 * <p>Never too little; that it may be too much costs time alone.
 */
public record Damage(Optional<ScreenArea> area) {

  /** The picture is as it was. */
  public static final Damage NONE = new Damage(Optional.empty());

  public static Damage of(ScreenArea area) {
    return new Damage(Optional.of(area));
  }

  /** Any of it may be new. */
  public static Damage whole(ScreenSize picture) {
    return of(ScreenArea.whole(picture));
  }

  public boolean isNone() {
    return area.isEmpty();
  }

  /** This and then the other. */
  public Damage and(Damage later) {
    if (isNone() || later.isNone()) {
      return isNone() ? later : this;
    }
    return of(area.get().covering(later.area.get()));
  }

  /** What of it lies in that part. */
  public Damage within(ScreenArea part) {
    return area.flatMap(part::common).map(Damage::of).orElse(NONE);
  }

  /** The same as it is seen from a part: what lies left of it or above it is left out. */
  public Damage from(ScreenArea part) {
    return within(part)
        .area()
        .map(of -> new ScreenArea(of.x() - part.x(), of.y() - part.y(), of.size()))
        .map(Damage::of)
        .orElse(NONE);
  }

  /** Whether nothing of the other lies outside it. */
  public boolean covers(Damage other) {
    return other.isNone() || (!isNone() && area.get().contains(other.area.get()));
  }
}
