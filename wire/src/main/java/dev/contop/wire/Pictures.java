package dev.contop.wire;

import dev.contop.domain.execution.Picture;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Pictures that phones send in base64: told apart by their first bytes, and no other kinds. */
final class Pictures {

  /** JPEG begins with SOI and another marker (ITU-T T.81, annex B). */
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /** The signature of PNG (W3C PNG, section 5.2). */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Pictures() {}

  static Optional<Picture> read(Fields in, String name) {
    Optional<String> base64 = in.optionalText(name);
    Optional<Picture> picture = base64.flatMap(Pictures::checked);
    if (base64.isPresent() && picture.isEmpty()) {
      in.outOfRange(name);
    }
    return picture;
  }

  private static Optional<Picture> checked(String base64) {
    if (base64.length() % 4 != 0) {
      // The JDK's decoder forgives missing padding; the next one in line may not.
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (beginsWith(bytes, JPEG)) {
      return Optional.of(new Picture(Picture.Format.JPEG, base64));
    }
    return beginsWith(bytes, PNG)
        ? Optional.of(new Picture(Picture.Format.PNG, base64))
        : Optional.empty();
  }

  private static boolean beginsWith(byte[] bytes, byte[] magic) {
    return bytes.length > magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
