package dev.contop.domain.signaling;

import dev.contop.domain.binding.SealedCredential;
import java.util.List;
import java.util.Optional;

/** An {@link IceServer} as a challenge tells a phone of it, its credential sealed (T80, T96). */
public record SharedIceServer(
    List<String> urls, Optional<String> user, Optional<SealedCredential> credential) {
  public SharedIceServer {
    urls = List.copyOf(urls);
  }
}
