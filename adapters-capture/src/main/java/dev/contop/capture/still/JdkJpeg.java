package dev.contop.capture.still;

import dev.contop.application.still.EncodeJpeg;
import dev.contop.domain.media.ScreenSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEG files with the JDK's own encoder, in memory, without a display. Any thread. */
public final class JdkJpeg implements EncodeJpeg {

  private static final int RED = 0xff0000;
  private static final int GREEN = 0x00ff00;
  private static final int BLUE = 0x0000ff;
  private static final int DEPTH = 24;
  private static final float BEST = 100;

  @Override
  public byte[] encode(int[] pixels, ScreenSize size, int quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality / BEST);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image(pixels, size), null, null), how);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  /** Around the very array, without a copy. */
  private static BufferedImage image(int[] pixels, ScreenSize size) {
    DirectColorModel colours = new DirectColorModel(DEPTH, RED, GREEN, BLUE);
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(pixels, pixels.length),
            size.width(),
            size.height(),
            size.width(),
            new int[] {RED, GREEN, BLUE},
            null);
    return new BufferedImage(colours, raster, false, null);
  }
}
