package dev.contop.wire;

import dev.contop.domain.media.StillWish;

/** How a still is wanted: {@code quality} and {@code max_width}, each optional (T74). */
final class StillWishes {

  private StillWishes() {}

  static StillWish read(Fields in) {
    StillWish wish = StillWish.standard();
    if (in.has("quality")) {
      wish = wish.withQuality((int) in.counter("quality", 1, StillWish.BEST_QUALITY));
    }
    if (in.has("max_width")) {
      wish =
          wish.withMaxWidth((int) in.counter("max_width", StillWish.NARROWEST, StillWish.WIDEST));
    }
    return wish;
  }
}
