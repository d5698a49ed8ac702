package dev.contop.os.input;

import dev.contop.os.x11.Keymap;
import dev.contop.os.x11.Keymap.Stroke;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keys without a meaning that were given one, for what the keyboard lacks.
 *
 * <p>An application learns of a new meaning before it sees the key, because a server keeps its
 * order; but it looks the meaning up when it comes to the key, and must still find it then.
 * Therefore a key keeps its meaning for a while ({@link #giveBack}), or until all are in use and
 * the one that was used longest ago is needed for another.
 */
final class BorrowedKeys {

  /** How long an application may take to read a key before the key means something else. */
  private static final long READ_WITHIN = TimeUnit.MILLISECONDS.toNanos(100);

  private final XConnection x;

  /** Keycodes by keysym, the one used longest ago first. */
  private final Map<Integer, Integer> keycodes = new LinkedHashMap<>(16, 0.75f, true);

  private Optional<Keymap> keymap = Optional.empty();
  private long lastUsed;

  BorrowedKeys(XConnection x) {
    this.x = x;
  }

  /** The keyboard map was changed, by us or by someone else. */
  void mapChanged() {
    keymap = Optional.empty();
  }

  /** The map as it is now. */
  Keymap keymap() throws XUnavailable {
    if (keymap.isEmpty()) {
      Keymap now = x.keymap();
      keycodes.entrySet().removeIf(entry -> !now.isOnly(entry.getValue(), entry.getKey()));
      keymap = Optional.of(now);
      return now;
    }
    return keymap.get();
  }

  /** The borrowed key for {@code keysym}, if there is one. */
  Optional<Stroke> find(int keysym) {
    Integer keycode = keycodes.get(keysym);
    if (keycode == null) {
      return Optional.empty();
    }
    lastUsed = System.nanoTime();
    return Optional.of(new Stroke(keycode, false));
  }

  /**
   * Makes sure that there are keys for {@code keysyms}, from the first on.
   *
   * @return for how many of them there are; fewer than all when free keys run out
   */
  int borrow(int[] keysyms, int group) throws XUnavailable {
    Keymap now = keymap();
    Iterator<Integer> free = now.free().iterator();
    Set<Integer> inUse = new HashSet<>();
    List<Integer> missing = new ArrayList<>();
    int ready = 0;
    for (int keysym : keysyms) {
      if (find(keysym).isPresent()) {
        inUse.add(keysym);
      } else if (!missing.contains(keysym) && now.find(keysym, group).isEmpty()) {
        missing.add(keysym);
      }
    }
    Set<Integer> given = new HashSet<>();
    for (int keysym : keysyms) {
      if (missing.contains(keysym) && !given.contains(keysym)) {
        Optional<Integer> keycode = nextKey(free, inUse);
        if (keycode.isEmpty()) {
          break;
        }
        x.remap(keycode.get(), keysym);
        keycodes.put(keysym, keycode.get());
        inUse.add(keysym);
        given.add(keysym);
      }
      ready++;
    }
    if (!given.isEmpty()) {
      x.sync();
      mapChanged();
    }
    return ready;
  }

  private Optional<Integer> nextKey(Iterator<Integer> free, Set<Integer> inUse) {
    if (free.hasNext()) {
      return Optional.of(free.next());
    }
    for (Map.Entry<Integer, Integer> oldest : keycodes.entrySet()) {
      if (!inUse.contains(oldest.getKey())) {
        keycodes.remove(oldest.getKey());
        letApplicationsRead();
        return Optional.of(oldest.getValue());
      }
    }
    return Optional.empty();
  }

  boolean isEmpty() {
    return keycodes.isEmpty();
  }

  boolean isIdleFor(long nanos) {
    return System.nanoTime() - lastUsed >= nanos;
  }

  /** Takes all given meanings away again. */
  void giveBack() throws XUnavailable {
    if (keycodes.isEmpty()) {
      return;
    }
    keymap();
    letApplicationsRead();
    for (int keycode : keycodes.values()) {
      x.remap(keycode, 0);
    }
    keycodes.clear();
    x.sync();
    mapChanged();
  }

  private void letApplicationsRead() {
    LockSupport.parkNanos(lastUsed + READ_WITHIN - System.nanoTime());
  }
}
