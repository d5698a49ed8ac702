package dev.contop.domain.binding;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.TokenKey;
import java.util.HexFormat;

/** The example of docs/protocol.md, computed there by another program. */
public final class BindingFixture {

  public static final TokenKey KEY =
      new TokenKey(
          HexFormat.of()
              .parseHex("fc6261fce378a5a5f12f20de885c55a89a936750a57132654ef30fd1bd73a966"));
  public static final DeviceId DEVICE = new DeviceId("phone-1");
  public static final Nonce NONCE = new Nonce("00112233445566778899aabbccddeeff".repeat(2));
  public static final Nonce NEXT = new Nonce("ffeeddccbbaa99887766554433221100".repeat(2));
  public static final Fingerprint PHONE = new Fingerprint("fedcba9876543210".repeat(4));
  public static final Fingerprint HOST = new Fingerprint("0123456789abcdef".repeat(4));
  public static final Fingerprint RELAY = new Fingerprint("66".repeat(32));
  public static final Proof PHONE_PROOF =
      new Proof("6335c6c0952b7ffed64305870a60a33358daca3f14b07b0f8cd36357442639d2");
  public static final Proof HOST_PROOF =
      new Proof("63b8728b9f8f4af71c0a7d32371cffeba31e117241df482baedfc7dbb75dbe20");

  private BindingFixture() {}

  /** A session description that names a certificate. */
  public static String sdp(Fingerprint fingerprint) {
    return sdp("a=fingerprint:sha-256 " + fingerprint.withColons());
  }

  static String sdp(String... lines) {
    return "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
        + String.join("\r\n", lines)
        + "\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";
  }
}
