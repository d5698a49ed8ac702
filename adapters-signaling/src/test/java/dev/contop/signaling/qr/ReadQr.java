package dev.contop.signaling.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A camera for tests: reads QR codes back from PNG files and from terminal text. */
public final class ReadQr {

  private static final int BLACK = 0xff000000;
  private static final int WHITE = 0xffffffff;
  private static final int PIXELS = 6;

  private ReadQr() {}

  /** The text of the QR code in a PNG file, as another library decodes it. */
  public static String png(byte[] file) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    int width = image.getWidth();
    int height = image.getHeight();
    return decode(image.getRGB(0, 0, width, height, null, 0, width), width, height);
  }

  /**
   * The text of the QR code on a terminal.
   *
   * @param inkIsDark whether the blocks are darker than what is behind them
   */
  static String terminal(String text, boolean inkIsDark) throws ReaderException {
    List<String> lines =
        text.lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
    // The terminal around the code has the colour of what is behind the blocks.
    int columns = lines.get(0).length();
    int width = columns * PIXELS;
    int height = lines.size() * 2 * PIXELS;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      String line = lines.get(y / (2 * PIXELS));
      boolean upper = (y / PIXELS) % 2 == 0;
      for (int x = 0; x < width; x++) {
        boolean ink = hasInk(line.charAt(x / PIXELS), upper);
        pixels[y * width + x] = ink == inkIsDark ? BLACK : WHITE;
      }
    }
    return decode(pixels, width, height);
  }

  private static boolean hasInk(char cell, boolean upper) {
    return switch (cell) {
      case '█' -> true;
      case '▀' -> upper;
      case '▄' -> !upper;
      case ' ' -> false;
      default -> throw new AssertionError("Not a block: " + cell);
    };
  }

  private static String decode(int[] pixels, int width, int height) throws ReaderException {
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    Map<DecodeHintType, ?> hints = Map.of(DecodeHintType.TRY_HARDER, true);
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
          .getText();
    } catch (NotFoundException e) {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(source.invert())), hints)
          .getText();
    }
  }
}
