package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.Extension;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.PlainRequest;
import dev.contop.capture.xcb.XConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out whether a program hides the pointer (XFixes protocol, section 12).
 *
 * <p>The server goes on telling the shape of a pointer that is hidden, and tells nobody of the
 * hiding. But it is kept as a resource of the program that asked for it, and X-Resource tells what
 * each program has. So all programs are looked through: once a second, and while the pointer is
 * hidden more often, so that it is back soon. Without the extension no pointer counts as hidden;
 * with several screens one that is hidden on another counts as hidden here.
 */
final class HiddenCursor {

  private static final String RESOURCE = "XFixesCursorHideCount";
  private static final Duration SHOWN_EVERY = Duration.ofSeconds(1);
  private static final Duration HIDDEN_EVERY = Duration.ofMillis(250);
  private static final int QUERY_CLIENTS = 1;
  private static final int QUERY_CLIENT_RESOURCES = 2;
  private static final int COUNT = 8;
  private static final int LIST = 32;
  private static final int ENTRY = 8;

  private final XConnection connection;
  private final Optional<Questions> questions;
  private int[] asked = new int[32];
  private boolean hidden;
  private Recurring nextLook;

  /** What is asked of X-Resource, and the name that is looked for in the answers. */
  private record Questions(PlainRequest clients, PlainRequest resources, int hiding) {}

  private HiddenCursor(XConnection connection, Optional<Questions> questions, long now) {
    this.connection = connection;
    this.questions = questions;
    nextLook = new Recurring(SHOWN_EVERY, now);
  }

  /** Looks for the first time. */
  static HiddenCursor of(XConnection connection, long now) throws ScreenUnavailable {
    Optional<Extension> resource = connection.extension("X-Resource");
    Optional<Questions> questions =
        resource.isPresent() ? questions(connection, resource.get()) : Optional.empty();
    HiddenCursor cursor = new HiddenCursor(connection, questions, now);
    cursor.look(now);
    return cursor;
  }

  private static Optional<Questions> questions(XConnection connection, Extension resource)
      throws ScreenUnavailable {
    short length = (short) RESOURCE.getBytes(StandardCharsets.US_ASCII).length;
    Pointer atom =
        connection.reply(LibXcb.xcb_intern_atom(connection.pointer(), (byte) 0, length, RESOURCE));
    if (atom == null) {
      return Optional.empty();
    }
    int hiding = atom.getInt(8);
    XConnection.free(atom);
    return Optional.of(
        new Questions(
            new PlainRequest(resource, QUERY_CLIENTS, 0),
            new PlainRequest(resource, QUERY_CLIENT_RESOURCES, 1),
            hiding));
  }

  boolean isHidden() {
    return hidden;
  }

  /** Whether it is time to {@link #look}; times are of {@link System#nanoTime}. */
  boolean isDue(long now) {
    return questions.isPresent() && nextLook.isDue(now);
  }

  long nanosLeft(long now) {
    return questions.isPresent() ? nextLook.nanosLeft(now) : Long.MAX_VALUE;
  }

  /** Asks the server; returns whether it is otherwise than before. */
  boolean look(long now) throws ScreenUnavailable {
    if (questions.isEmpty()) {
      return false;
    }
    boolean before = hidden;
    hidden = isHiddenByAny(questions.get());
    nextLook = new Recurring(hidden ? HIDDEN_EVERY : SHOWN_EVERY, now);
    return hidden != before;
  }

  private boolean isHiddenByAny(Questions ask) throws ScreenUnavailable {
    int clients = askAll(ask);
    boolean found = false;
    for (int i = 0; i < clients; i++) {
      Pointer resources = connection.reply(asked[i]);
      if (resources != null) {
        found |= names(resources, ask.hiding());
        XConnection.free(resources);
      }
    }
    return found;
  }

  /** Asks for the resources of each program, all at once; returns how many there are. */
  private int askAll(Questions ask) throws ScreenUnavailable {
    Pointer clients = connection.reply(ask.clients().send(connection));
    if (clients == null) {
      return 0;
    }
    int count = clients.getInt(COUNT);
    if (asked.length < count) {
      asked = new int[count];
    }
    for (int i = 0; i < count; i++) {
      asked[i] = ask.resources().send(connection, clients.getInt(LIST + (long) i * ENTRY));
    }
    XConnection.free(clients);
    return count;
  }

  private static boolean names(Pointer resources, int kind) {
    for (int i = 0; i < resources.getInt(COUNT); i++) {
      if (resources.getInt(LIST + (long) i * ENTRY) == kind) {
        return true;
      }
    }
    return false;
  }
}
