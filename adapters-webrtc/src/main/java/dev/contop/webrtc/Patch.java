package dev.contop.webrtc;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.nio.ByteBuffer;

/** A small picture that is laid onto a larger one (I420). */
final class Patch {

  private Patch() {}

  /**
   * Copies a picture into a part of another.
   *
   * @param x the left edge of that part; even, since every other column has a colour of its own
   * @param y the upper edge of that part; even, likewise
   */
  static void lay(NativeI420Buffer patch, NativeI420Buffer onto, int x, int y) {
    int width = patch.getWidth();
    int height = patch.getHeight();
    copy(
        patch.getDataY(),
        patch.getStrideY(),
        onto.getDataY().position(y * onto.getStrideY() + x).slice(),
        onto.getStrideY(),
        width,
        height);
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    copy(
        patch.getDataU(),
        patch.getStrideU(),
        onto.getDataU().position(y / 2 * onto.getStrideU() + x / 2).slice(),
        onto.getStrideU(),
        halfWidth,
        halfHeight);
    copy(
        patch.getDataV(),
        patch.getStrideV(),
        onto.getDataV().position(y / 2 * onto.getStrideV() + x / 2).slice(),
        onto.getStrideV(),
        halfWidth,
        halfHeight);
  }

  private static void copy(
      ByteBuffer from, int fromStride, ByteBuffer to, int toStride, int width, int rows) {
    for (int row = 0; row < rows; row++) {
      to.put(row * toStride, from, row * fromStride, width);
    }
  }
}
