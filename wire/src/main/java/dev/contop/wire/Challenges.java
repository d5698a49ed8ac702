package dev.contop.wire;

import dev.contop.domain.binding.Countersignature;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.binding.Proof;
import dev.contop.domain.binding.SealedCredential;
import dev.contop.domain.signaling.SharedIceServer;
import dev.contop.domain.signaling.ToPhone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What binds both ends: challenges, and the proofs of offers and answers (T96). */
final class Challenges {

  private Challenges() {}

  static void write(JsonOut out, ToPhone.Challenge challenge) throws IOException {
    out.put("type", "challenge");
    out.put("nonce", challenge.nonce().hex());
    out.objects("ice_servers", challenge.iceServers(), Challenges::server);
  }

  private static void server(JsonOut out, SharedIceServer server) throws IOException {
    out.texts("urls", server.urls());
    out.put("username", server.user());
    out.put("sealed_credential", server.credential().map(SealedCredential::hex));
  }

  /** A challenge as a phone reads it; nothing where there is no nonce in it. */
  static Optional<ToPhone.Challenge> read(Fields in) {
    List<SharedIceServer> servers = new ArrayList<>();
    if (in.raw("ice_servers") instanceof Json.Elements elements) {
      elements.items().forEach(item -> servers.add(server(item)));
    }
    return Optional.of(in.text("nonce"))
        .filter(Nonce::isValid)
        .map(nonce -> new ToPhone.Challenge(new Nonce(nonce), servers));
  }

  /** One without URLs where it cannot be read, since its place counts. */
  private static SharedIceServer server(Json item) {
    List<String> urls = new ArrayList<>();
    Optional<String> user = Optional.empty();
    Optional<SealedCredential> credential = Optional.empty();
    if (item instanceof Json.Members members
        && members.field("urls") instanceof Json.Elements elements) {
      for (Json url : elements.items()) {
        text(url).ifPresent(urls::add);
      }
      user = text(members.field("username"));
      credential = text(members.field("sealed_credential")).map(SealedCredential::new);
    }
    return new SharedIceServer(urls, user, credential);
  }

  private static Optional<String> text(Json value) {
    return value instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The host's own proof and the next nonce, where an answer has both. */
  static Optional<Countersignature> countersignature(Fields in) {
    Optional<String> proof = in.optionalText("proof").filter(Proof::isValid);
    Optional<String> nonce = in.optionalText("nonce").filter(Nonce::isValid);
    return proof.flatMap(
        hex -> nonce.map(next -> new Countersignature(new Proof(hex), new Nonce(next))));
  }

  /** The proof in an offer; one that has not the shape of any makes the message malformed. */
  static Optional<Proof> proof(Fields in) {
    Optional<String> shown = in.optionalText("proof");
    if (shown.isPresent() && !Proof.isValid(shown.get())) {
      in.outOfRange("proof");
    }
    return shown.filter(Proof::isValid).map(Proof::new);
  }
}
