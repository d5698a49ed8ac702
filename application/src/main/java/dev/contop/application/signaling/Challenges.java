package dev.contop.application.signaling;

import dev.contop.domain.binding.Binding;
import dev.contop.domain.binding.Countersignature;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.binding.Proof;
import dev.contop.domain.binding.SealedCredential;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceServer;
import dev.contop.domain.signaling.SharedIceServer;
import dev.contop.domain.signaling.ToPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The nonces of one line, each good for one offer, and the host's proofs that are due for what was
 * offered (T96). Offers come one at a time; answers come from any thread.
 */
final class Challenges {

  private final Binding binding;
  private final DoorTerms terms;
  private final AtomicReference<Optional<Nonce>> unused = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Proof>> due = new AtomicReference<>(Optional.empty());

  Challenges(Binding binding, DoorTerms terms) {
    this.binding = binding;
    this.terms = terms;
  }

  /** The challenge with which a line begins; called once. */
  ToPhone.Challenge first() {
    Nonce nonce = terms.nonces().draw();
    unused.set(Optional.of(nonce));
    return new ToPhone.Challenge(nonce, shared(nonce));
  }

  /** Judges an offer, which uses the nonce up whatever comes of it. */
  Binding.Verdict judge(FromPhone.Offer offer) {
    Optional<Nonce> nonce = unused.getAndSet(Optional.empty());
    if (nonce.isEmpty()) {
      return new Binding.Verdict.Unproven("no_nonce");
    }
    return binding.judge(nonce.get(), offer.description().sdp(), offer.proof(), terms.hash());
  }

  /** An offer was proven and goes on to be answered. */
  void accepted(Binding.Verdict.Proven proven) {
    due.set(Optional.of(proven.answer()));
  }

  /**
   * The answer with the host's proof and a nonce for the next offer; nothing if no proven offer
   * waits for one.
   */
  Optional<ToPhone.Answer> sign(ToPhone.Answer answer) {
    return due.getAndSet(Optional.empty())
        .map(
            proof -> {
              Nonce next = terms.nonces().draw();
              unused.set(Optional.of(next));
              return new ToPhone.Answer(
                  answer.description(),
                  answer.peerId(),
                  Optional.of(new Countersignature(proof, next)));
            });
  }

  private List<SharedIceServer> shared(Nonce nonce) {
    List<SharedIceServer> shared = new ArrayList<>();
    for (IceServer server : terms.iceServers()) {
      int place = shared.size();
      shared.add(
          new SharedIceServer(
              server.urls(),
              server.user(),
              server
                  .credential()
                  .map(
                      credential ->
                          SealedCredential.seal(
                              credential,
                              place,
                              nonce,
                              binding.device(),
                              binding.key(),
                              terms.hash()))));
    }
    return shared;
  }
}
