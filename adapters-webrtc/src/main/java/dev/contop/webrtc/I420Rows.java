package dev.contop.webrtc;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;

/**
 * Some rows of a picture, from edge to edge, for the library to write into. It holds no reference:
 * the picture must outlive it.
 */
final class I420Rows implements I420Buffer {

  private final NativeI420Buffer picture;
  private final int top;
  private final int height;

  /**
   * @param top the first row; even, since every other row has a colour of its own
   * @param height how many; even unless the picture ends with them
   */
  I420Rows(NativeI420Buffer picture, int top, int height) {
    this.picture = picture;
    this.top = top;
    this.height = height;
  }

  @Override
  public ByteBuffer getDataY() {
    return picture.getDataY().position(top * getStrideY()).slice();
  }

  @Override
  public ByteBuffer getDataU() {
    return picture.getDataU().position(top / 2 * getStrideU()).slice();
  }

  @Override
  public ByteBuffer getDataV() {
    return picture.getDataV().position(top / 2 * getStrideV()).slice();
  }

  @Override
  public int getStrideY() {
    return picture.getStrideY();
  }

  @Override
  public int getStrideU() {
    return picture.getStrideU();
  }

  @Override
  public int getStrideV() {
    return picture.getStrideV();
  }

  @Override
  public int getWidth() {
    return picture.getWidth();
  }

  @Override
  public int getHeight() {
    return height;
  }

  @Override
  public I420Buffer toI420() {
    return this;
  }

  @Override
  public VideoFrameBuffer cropAndScale(
      int cropX, int cropY, int cropWidth, int cropHeight, int scaleWidth, int scaleHeight) {
    return picture.cropAndScale(cropX, top + cropY, cropWidth, cropHeight, scaleWidth, scaleHeight);
  }

  @Override
  public void retain() {}

  @Override
  public void release() {}
}
