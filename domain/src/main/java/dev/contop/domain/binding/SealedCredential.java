package dev.contop.domain.binding;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.TokenKey;
import java.util.List;

/**
 * The password of a TURN server as a challenge carries it, for the holder of the secret alone
 * (T80): a challenge goes to whoever asks, over a wire that others may read.
 *
 * <p>Each byte is combined with one of a stream of HMACs over the nonce, the place among the
 * servers, and a counter. A nonce is never given out twice, so no part of the stream is used twice.
 * Nothing tells the password of a server apart from what a device that there is not is given.
 *
 * @param hex two digits a character
 */
public record SealedCredential(String hex) {

  static final String LABEL = "contop credential v1";

  private static final int BLOCK = 32;

  /**
   * Seals a password.
   *
   * @param credential printable ASCII
   * @param place of the server in the challenge, from 0
   */
  public static SealedCredential seal(
      String credential, int place, Nonce nonce, DeviceId device, TokenKey key, HashWithKey hash) {
    byte[] bytes = Bytes.ascii(credential);
    for (int from = 0; from < bytes.length; from += BLOCK) {
      byte[] stream =
          hash.hmacSha256(
              key,
              Bytes.of(
                  List.of(
                      LABEL,
                      nonce.hex(),
                      device.value(),
                      Integer.toString(place),
                      Integer.toString(from / BLOCK))));
      for (int i = 0; i < BLOCK && from + i < bytes.length; i++) {
        bytes[from + i] ^= stream[i];
      }
    }
    return new SealedCredential(Bytes.hex(bytes));
  }

  @Override
  public String toString() {
    return "SealedCredential[hidden]";
  }
}
