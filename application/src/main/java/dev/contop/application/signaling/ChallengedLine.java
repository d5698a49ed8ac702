package dev.contop.application.signaling;

import dev.contop.application.metrics.Counters;
import dev.contop.application.time.Schedule;
import dev.contop.domain.binding.Binding;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.ToPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The line of a phone that named its device (T96): nothing that it says reaches a peer before an
 * offer of it was proven, and no offer does that is not.
 *
 * <p>Whether there is such a device makes no difference that can be seen from outside.
 */
final class ChallengedLine implements PhoneLine {

  static final String UNPROVEN =
      "Not proven: no longer paired, or changed on the way. Scan a new code.";

  private enum Stage {
    CHALLENGED,
    PROVEN,
    CLOSED
  }

  /** What becomes of a phone in the eyes of the door. */
  interface Outcome {

    /** Whether the device has the pairing that it had when it knocked. */
    boolean mayEnter();

    /** The line of the phone, now that it is known to be the device. */
    LiveLine enter(CarryToPhone carrier);

    /** It could not prove it; whether that was once too often from there. */
    boolean failed();
  }

  private final Challenges challenges;
  private final CarryToPhone carrier;
  private final Counters counters;
  private final Outcome outcome;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CHALLENGED);

  // Only the line's own calls touch these, and they come one at a time.
  private final List<FromPhone.Candidate> early = new ArrayList<>();
  private Optional<LiveLine> live = Optional.empty();
  private final Schedule.Cancel deadline;

  /** Sends the challenge. */
  ChallengedLine(
      Challenges challenges,
      CarryToPhone carrier,
      Counters counters,
      Function<Runnable, Schedule.Cancel> deadline,
      Outcome outcome) {
    this.challenges = challenges;
    this.carrier = carrier;
    this.counters = counters;
    this.outcome = outcome;
    this.deadline = deadline.apply(this::late);
    carrier.send(challenges.first());
  }

  @Override
  public void received(FromPhone message) {
    if (stage.get() == Stage.CLOSED) {
      return;
    }
    if (message instanceof FromPhone.Offer offer) {
      offered(offer);
    } else if (live.isPresent()) {
      live.get().received(message);
    } else if (message instanceof FromPhone.Candidate candidate) {
      keep(candidate);
    } else if (message instanceof FromPhone.Malformed malformed) {
      counters.count("signaling.refused." + malformed.code());
      carrier.send(new ToPhone.Refused(malformed.code(), malformed.message()));
      close(CloseCode.BAD_MESSAGE, malformed.message());
    } else {
      counters.count("signaling.ignored.before_proof");
    }
  }

  @Override
  public void closed() {
    stage.set(Stage.CLOSED);
    deadline.cancel();
    live.ifPresent(LiveLine::closed);
  }

  private void offered(FromPhone.Offer offer) {
    Binding.Verdict verdict = challenges.judge(offer);
    if (verdict instanceof Binding.Verdict.Unproven unproven) {
      fail(unproven.cause());
    } else if (!outcome.mayEnter()) {
      fail("not_paired");
    } else {
      challenges.accepted((Binding.Verdict.Proven) verdict);
      enter();
      live.ifPresent(open -> open.received(offer));
    }
  }

  private void enter() {
    if (live.isEmpty() && stage.compareAndSet(Stage.CHALLENGED, Stage.PROVEN)) {
      deadline.cancel();
      LiveLine entered = outcome.enter(new SigningCarrier());
      early.forEach(entered::received);
      early.clear();
      live = Optional.of(entered);
    }
  }

  private void keep(FromPhone.Candidate candidate) {
    if (early.size() < LiveLine.EARLY_CANDIDATES) {
      early.add(candidate);
    } else {
      counters.count("signaling.ignored.early_candidate");
    }
  }

  /** The peers of the device stay as they are, whoever it was that failed here. */
  private void fail(String cause) {
    counters.count("signaling.unproven." + cause);
    if (outcome.failed()) {
      close(CloseCode.POLICY, PhoneDoor.TOO_MANY);
    } else {
      close(CloseCode.UNAUTHORIZED, UNPROVEN);
    }
  }

  private void late() {
    if (stage.compareAndSet(Stage.CHALLENGED, Stage.CLOSED)) {
      counters.count("signaling.unproven.late");
      carrier.close(CloseCode.POLICY, "No offer came in time.");
    }
  }

  private void close(CloseCode code, String reason) {
    stage.set(Stage.CLOSED);
    deadline.cancel();
    live.ifPresent(LiveLine::closed);
    carrier.close(code, reason);
  }

  /** Lets no answer out without the host's proof. */
  private final class SigningCarrier implements CarryToPhone {

    @Override
    public void trusted() {
      carrier.trusted();
    }

    @Override
    public void send(ToPhone message) {
      if (message instanceof ToPhone.Answer answer) {
        challenges
            .sign(answer)
            .ifPresentOrElse(
                carrier::send, () -> counters.count("signaling.ignored.unproven_answer"));
      } else {
        carrier.send(message);
      }
    }

    @Override
    public void close(CloseCode code, String reason) {
      carrier.close(code, reason);
    }
  }
}
