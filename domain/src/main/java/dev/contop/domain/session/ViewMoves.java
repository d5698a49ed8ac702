package dev.contop.domain.session;

import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.media.View;
import java.util.Optional;

/** What a session's phone sees of the screen, and how (T76, T77). It outlives connections. */
final class ViewMoves {

  private final VideoSettings host;

  /**
   * @param host what no phone gets more than
   */
  ViewMoves(VideoSettings host) {
    this.host = host;
  }

  /** {@code video_settings}: in force at once, or not at all. */
  void changed(Turn turn, PhoneMessage.ChangeVideo message) {
    Optional<String> objection = objection(message);
    if (objection.isEmpty()) {
      look(turn, turn.view.with(message.maxWidth(), message.maxFps()));
    }
    turn.say(
        new HostMessage.VideoInForce(
            objection.isEmpty(),
            objection.orElse(""),
            turn.view.width(host),
            turn.view.fps(host),
            host.maxWidth(),
            host.maxFps()));
  }

  /** What was asked for with {@code screens} or {@code select_screen} is known (T76). */
  void listed(Turn turn, SessionEvent.MonitorsListed event) {
    Optional<String> objection = Optional.empty();
    if (event.wish().isPresent()) {
      String wish = event.wish().get();
      Optional<Monitor> monitor =
          event.monitors().stream().filter(one -> one.id().equals(wish)).findFirst();
      if (wish.equals(Monitor.ALL)) {
        look(turn, turn.view.of(Optional.empty()));
      } else if (monitor.isPresent()) {
        look(turn, turn.view.of(monitor.map(Monitor::area)));
      } else {
        objection = Optional.of("There is no such screen.");
      }
    }
    if (turn.link.open().isPresent() && turn.outbox.waiting() < turn.limits.errorBacklog()) {
      turn.say(new HostMessage.Screens(objection, event.monitors(), selected(turn, event)));
    }
  }

  private static String selected(Turn turn, SessionEvent.MonitorsListed event) {
    return event.monitors().stream()
        .filter(one -> turn.view.area().filter(one.area()::equals).isPresent())
        .map(Monitor::id)
        .findFirst()
        .orElse(Monitor.ALL);
  }

  /** The phone is told why its picture stands still, and that it moves again. */
  static void statusChanged(Turn turn, Optional<String> lost) {
    if (!turn.screenLost.equals(lost)) {
      turn.screenLost = lost;
      turn.link.open().ifPresent(live -> turn.say(new HostMessage.ScreenStatus(lost)));
    }
  }

  /** Who comes while there is no picture is told why. */
  static void opened(Turn turn) {
    if (turn.screenLost.isPresent()) {
      turn.say(new HostMessage.ScreenStatus(turn.screenLost));
    }
  }

  /** A new peer shows what the session's phone chose before. */
  void joined(Turn turn, PeerId peer) {
    if (!turn.view.equals(View.USUAL)) {
      turn.add(new Effect.ShowView(peer, turn.view));
    }
  }

  /** The screen has another size: coordinates follow (T62). */
  void resized(Turn turn, ScreenSize captured) {
    turn.captured = captured;
    measure(turn);
  }

  private void look(Turn turn, View view) {
    if (!view.equals(turn.view)) {
      turn.view = view;
      measure(turn);
      turn.link.peer().ifPresent(peer -> turn.add(new Effect.ShowView(peer, view)));
    }
  }

  private void measure(Turn turn) {
    turn.screen =
        new ScreenGeometry(turn.view.shown(turn.captured), turn.view.sent(turn.captured, host));
  }

  private Optional<String> objection(PhoneMessage.ChangeVideo message) {
    if (message.maxWidth().orElse(0) > host.maxWidth()) {
      return Optional.of(
          "This computer sends at most " + host.maxWidth() + " pixels from left to right.");
    }
    if (message.maxFps().orElse(0) > host.maxFps()) {
      return Optional.of("This computer sends at most " + host.maxFps() + " frames a second.");
    }
    return Optional.empty();
  }
}
