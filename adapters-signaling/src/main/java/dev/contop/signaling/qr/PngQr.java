package dev.contop.signaling.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Draws a QR code as a PNG file of one bit a pixel (W3C PNG, third edition).
 *
 * <p>Written by hand, since the JDK's own writer needs the desktop module, which headless runtimes
 * leave out.
 */
public final class PngQr {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int PIXELS_PER_MODULE = 8;
  private static final byte BITS_PER_PIXEL = 1;
  private static final byte GRAYSCALE = 0;

  private PngQr() {}

  /** The PNG file, quiet zone included. */
  public static byte[] draw(QrCode code) {
    int side = (code.size() + 2 * QrCode.QUIET_ZONE) * PIXELS_PER_MODULE;
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", header(side));
    chunk(file, "IDAT", deflated(rows(code, side)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] header(int side) {
    return ByteBuffer.allocate(13)
        .putInt(side)
        .putInt(side)
        .put(BITS_PER_PIXEL)
        .put(GRAYSCALE)
        .array();
  }

  /** Every row begins with its filter type, none; a set bit is white. */
  private static byte[] rows(QrCode code, int side) {
    int rowBytes = 1 + side / 8;
    byte[] rows = new byte[rowBytes * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (!code.isDark(module(x), module(y))) {
          rows[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return rows;
  }

  private static int module(int pixel) {
    return pixel / PIXELS_PER_MODULE - QrCode.QUIET_ZONE;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[4096];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(name);
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
