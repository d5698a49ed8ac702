package dev.contop.capture.x11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.LibC;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds changed pixels by looking again, on servers that do not tell of them. */
final class ComparePictures implements NoticePixels {

  private static final Duration EVERY = Duration.ofMillis(40);

  /** The picture of the last grab, without the pointer that is drawn into it later. */
  private @Nullable Memory grabbed;

  /** Who would know has to look at all of it. */
  @Override
  public Damage damage(ScreenSize picture) {
    return Damage.whole(picture);
  }

  @Override
  public void beforeGrab(Damage grabbed) {}

  @Override
  public void asked(int request) {}

  @Override
  public boolean isTorn() {
    return false;
  }

  @Override
  public void afterGrab(Picture picture) {
    long bytes = PictureMemory.bytes(picture.memory().frame().size());
    if (grabbed == null || grabbed.size() != bytes) {
      close();
      grabbed = new Memory(bytes);
    }
    LibC.memcpy(grabbed, picture.memory().address(), bytes);
  }

  @Override
  public boolean isNews(Pointer event) {
    return false;
  }

  @Override
  public Duration lookEvery() {
    return EVERY;
  }

  @Override
  public boolean keepsPicture() {
    return false;
  }

  @Override
  public boolean look(Picture picture) throws ScreenUnavailable {
    ScreenSize size = picture.memory().frame().size();
    long bytes = PictureMemory.bytes(size);
    return grabbed == null
        || grabbed.size() != bytes
        || !picture.receive(picture.ask(0, size.height()))
        || LibC.memcmp(grabbed, picture.memory().address(), bytes) != 0;
  }

  @Override
  public void close() {
    if (grabbed != null) {
      grabbed.close();
      grabbed = null;
    }
  }
}
