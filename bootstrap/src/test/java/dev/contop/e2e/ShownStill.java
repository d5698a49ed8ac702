package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * The still that the page shows.
 *
 * @param rgb one of its pixels
 */
record ShownStill(int rgb, int width, int height) {

  private static final int ALIKE = 10;

  private static final String READ =
      """
      const [x, y] = arguments;
      const image = document.getElementById('still-image');
      if (document.getElementById('still').hidden || !image.complete || !image.naturalWidth) return null;
      const c = document.createElement('canvas');
      c.width = image.naturalWidth; c.height = image.naturalHeight;
      const g = c.getContext('2d');
      g.drawImage(image, 0, 0);
      return [...g.getImageData(x, y, 1, 1).data, c.width, c.height];
      """;

  /** Waits until there is one, and reads its pixel at that place. */
  @SuppressWarnings("unchecked") // What the script returns: a list of numbers.
  static ShownStill await(PhoneBrowser phone, int x, int y) {
    phone.await("the still", () -> phone.script(READ, x, y) != null);
    List<Number> seen = (List<Number>) phone.value(READ, x, y);
    int rgb = seen.get(0).intValue() << 16 | seen.get(1).intValue() << 8 | seen.get(2).intValue();
    return new ShownStill(rgb, seen.get(4).intValue(), seen.get(5).intValue());
  }

  /** A JPEG does not keep a colour exactly. */
  static void assertAlike(int rgb, int colour) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(rgb >> shift & 0xff)
          .isBetween((colour >> shift & 0xff) - ALIKE, (colour >> shift & 0xff) + ALIKE);
    }
  }
}
