package dev.contop.signaling;

import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.signaling.CarryToPhone;
import dev.contop.application.signaling.PhoneLine;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import dev.contop.domain.signaling.ToPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * The use case, as far as a listener can tell: one good token, one good device, every message kept,
 * malformed ones answered as T11 says.
 */
final class Phones implements AcceptPhones {

  static final String GOOD = "G".repeat(43);
  static final String DEVICE = "good-device";

  /** A phone that has yet to show something more. */
  static final String HALF = "H".repeat(43);

  /** One phone's line, with all that came over it. */
  static final class Line implements PhoneLine {
    final Introduction introduction;
    final CameFrom from;
    final CarryToPhone carrier;
    private final List<FromPhone> received = new ArrayList<>();
    private final BiConsumer<Line, FromPhone> reaction;
    private int closed;

    private Line(
        Introduction introduction,
        CameFrom from,
        CarryToPhone carrier,
        BiConsumer<Line, FromPhone> reaction) {
      this.introduction = introduction;
      this.from = from;
      this.carrier = carrier;
      this.reaction = reaction;
    }

    @Override
    public void received(FromPhone message) {
      synchronized (received) {
        received.add(message);
      }
      reaction.accept(this, message);
    }

    @Override
    public void closed() {
      synchronized (received) {
        closed++;
      }
    }

    List<FromPhone> heard() {
      synchronized (received) {
        return List.copyOf(received);
      }
    }

    /** The texts of the candidates among what came. */
    List<String> candidates() {
      return heard().stream()
          .filter(FromPhone.Candidate.class::isInstance)
          .map(message -> ((FromPhone.Candidate) message).candidate().candidate())
          .toList();
    }

    int timesClosed() {
      synchronized (received) {
        return closed;
      }
    }
  }

  final List<Line> lines = new CopyOnWriteArrayList<>();
  private final BiConsumer<Line, FromPhone> reaction;

  Phones() {
    this((line, message) -> {});
  }

  Phones(BiConsumer<Line, FromPhone> reaction) {
    this.reaction = reaction;
  }

  @Override
  public PhoneLine accept(Introduction introduction, CameFrom from, CarryToPhone carrier) {
    Line line = new Line(introduction, from, carrier, Phones.this::react);
    lines.add(line);
    if (introduction.equals(new Introduction.ByToken(GOOD))
        || introduction.equals(new Introduction.ByDevice(DEVICE))) {
      carrier.trusted();
    } else if (!introduction.equals(new Introduction.ByToken(HALF))) {
      carrier.close(CloseCode.UNAUTHORIZED, "pair again");
    }
    return line;
  }

  private void react(Line line, FromPhone message) {
    if (message instanceof FromPhone.Malformed malformed) {
      line.carrier.send(new ToPhone.Refused(malformed.code(), malformed.message()));
      line.carrier.close(CloseCode.BAD_MESSAGE, malformed.code());
    }
    reaction.accept(line, message);
  }
}
