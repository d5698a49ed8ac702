package dev.contop.signaling.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004): a square of dark and light modules, without its quiet zone.
 *
 * <p>Error correction is level L: it is read from a clean screen, and fewer modules are easier on a
 * camera than more redundancy.
 */
public final class QrCode {

  /** The light margin that the standard asks for, in modules. */
  static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of {@code text}.
   *
   * @throws IllegalArgumentException when the text does not fit a QR code (2953 bytes)
   */
  public static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.L, hints(text)).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code", e);
    }
  }

  /** Names an encoding only where it matters, since some readers stumble over the name. */
  private static Map<EncodeHintType, ?> hints(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        ? Map.of()
        : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
  }

  /** How many modules a side has. */
  public int size() {
    return modules.getWidth();
  }

  /** Whether a module is dark; everything outside the code is light. */
  public boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y) == 1;
  }
}
