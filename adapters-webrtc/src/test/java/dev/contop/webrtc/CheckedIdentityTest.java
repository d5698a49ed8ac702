package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.domain.pairing.Fingerprint;
import dev.onvoid.webrtc.RTCCertificatePEM;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckedIdentityTest {

  private static final HostIdentity GOOD = Host.IDENTITY;

  @Test
  void shouldGiveTheLibraryWhatWasUnderstood() {
    // When
    RTCCertificatePEM given = CheckedIdentity.of(GOOD).toLibrary();

    // Then
    assertThat(given.getCertificate()).isEqualTo(GOOD.certificatePem());
    assertThat(given.getPrivateKey()).isEqualTo(GOOD.privateKeyPem());
    assertThat(given.getExpires()).isEqualTo(GOOD.expiresAt().toEpochMilli());
  }

  @Test
  void shouldRefuseTheKeyOfAnotherCertificate() throws Exception {
    // Given
    HostIdentity other = Identities.p256();

    // When // Then
    refuses(with(GOOD.certificatePem(), other.privateKeyPem()));
  }

  @Test
  void shouldRefuseACertificateThatPhonesDoNotExpect() {
    // When // Then
    refuses(
        new HostIdentity(
            GOOD.certificatePem(),
            GOOD.privateKeyPem(),
            new Fingerprint("0".repeat(64)),
            GOOD.expiresAt()));
  }

  @Test
  void shouldRefuseOtherKindsOfKeys() throws Exception {
    // When // Then
    refuses(Identities.made("RSA", "-keysize", "2048"));
    refuses(Identities.made("EC", "-groupname", "secp384r1"));
  }

  @Test
  void shouldRefuseWhatIsNoPem() {
    // When // Then
    refuses(with("", ""));
    refuses(with(GOOD.privateKeyPem(), GOOD.certificatePem()));
    refuses(with(GOOD.certificatePem() + GOOD.certificatePem(), GOOD.privateKeyPem()));
    refuses(with(GOOD.certificatePem().replace("-----END", "----END"), GOOD.privateKeyPem()));
  }

  @Test
  void shouldRefuseOrUnderstandWhateverIsDamaged() {
    // Given
    Random seeded = new Random(3);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      String certificate = damaged(GOOD.certificatePem(), seeded);
      String key =
          seeded.nextBoolean() ? GOOD.privateKeyPem() : damaged(GOOD.privateKeyPem(), seeded);

      // When
      try {
        CheckedIdentity understood = CheckedIdentity.of(with(certificate, key));

        // Then
        assertThat(understood.toLibrary().getCertificate()).isEqualTo(GOOD.certificatePem());
      } catch (IllegalArgumentException words) {
        refused++;
        assertThat(words.getMessage()).startsWith("The host's certificate is not usable");
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  private static String damaged(String pem, Random seeded) {
    StringBuilder text = new StringBuilder(pem);
    text.setCharAt(seeded.nextInt(text.length()), (char) (32 + seeded.nextInt(95)));
    return text.toString();
  }

  private static HostIdentity with(String certificate, String key) {
    return new HostIdentity(certificate, key, GOOD.fingerprint(), GOOD.expiresAt());
  }

  private static void refuses(HostIdentity identity) {
    assertThatIllegalArgumentException().isThrownBy(() -> CheckedIdentity.of(identity));
  }
}
