package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.time.MeanTime;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScaledPart;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns frames of the screen into what the encoders take: I420 of the wanted size. Of a picture
 * that was made before only what has changed is made anew; what several want alike is made once.
 *
 * <p>Belongs to the capture thread. The library scales I420 alone, so colours are converted first.
 * All of 1920x1080 takes 0.2 to 0.6 ms to 1/2 and 3/4, and 2.3 to 3.5 ms to other sizes.
 */
final class FrameConversion {

  /** A picture that nobody has wanted for so many frames is forgotten. */
  private static final int PATIENCE = 100;

  private final ColourConversion colours = new ColourConversion();
  private final MeanTime scalings = new MeanTime();
  private final List<ConvertedPicture> pictures = new ArrayList<>();

  /** All of the screen before scaling, once somebody wants it scaled. */
  private Optional<ConvertedPicture> unscaled = Optional.empty();

  /** Takes notice of a frame; all calls until the next are for it. */
  void begin(Frame frame) {
    pictures.removeIf(picture -> !remains(picture, frame));
    unscaled = unscaled.filter(picture -> remains(picture, frame));
  }

  private static boolean remains(ConvertedPicture picture, Frame frame) {
    picture.damaged(frame.damage());
    if (picture.unwanted() > PATIENCE) {
      picture.release();
      return false;
    }
    return true;
  }

  /**
   * @param frame the one that {@link #begin} took notice of
   * @param area of the frame, and on it
   * @return lent until the next {@link #begin}: who needs it for longer retains it
   * @throws IllegalArgumentException when the rows of the frame are not whole pixels
   */
  VideoFrameBuffer convert(Frame frame, ScreenArea area, ScreenSize target) throws Exception {
    ConvertedPicture picture = find(area, target);
    if (picture.stale().isNone()) {
      return picture.renewed(picture.latest().orElseThrow());
    }
    ScreenSize size = area.size();
    int rowPixels = ColourConversion.rowPixels(frame);
    if (target.equals(size) && size.equals(frame.size()) && rowPixels == size.width()) {
      return picture.renewed(whole(picture, frame));
    }
    NativeI420Buffer screen = unscaled(frame, rowPixels);
    if (size.width() - target.width() <= 1 && size.height() - target.height() <= 1) {
      // An odd side loses its last pixel; scaling by so little would only blur.
      return picture.renewed(cut(screen, area, target));
    }
    long begun = System.nanoTime();
    NativeI420Buffer scaled = scaled(picture, screen);
    scalings.add(System.nanoTime() - begun);
    return picture.renewed(scaled);
  }

  /** How long colours take. Any thread. */
  MeanTime conversions() {
    return colours.times();
  }

  /** How long scaling takes, where it is needed. Any thread. */
  MeanTime scalings() {
    return scalings;
  }

  void dispose() {
    pictures.forEach(ConvertedPicture::release);
    pictures.clear();
    unscaled.ifPresent(ConvertedPicture::release);
    unscaled = Optional.empty();
  }

  private ConvertedPicture find(ScreenArea area, ScreenSize target) {
    for (ConvertedPicture picture : pictures) {
      if (picture.is(area, target)) {
        return picture;
      }
    }
    ConvertedPicture fresh = new ConvertedPicture(area, target);
    pictures.add(fresh);
    return fresh;
  }

  private NativeI420Buffer whole(ConvertedPicture picture, Frame frame) throws Exception {
    NativeI420Buffer fresh = beginning(picture);
    return filled(fresh, () -> colours.refresh(fresh, frame, picture.stale()));
  }

  /** The screen from edge to edge; nobody else reads it, so it is written to again and again. */
  private NativeI420Buffer unscaled(Frame frame, int rowPixels) throws Exception {
    ScreenSize rows = new ScreenSize(rowPixels, frame.size().height());
    ScreenArea all = ScreenArea.whole(rows);
    if (unscaled.filter(picture -> picture.is(all, rows)).isEmpty()) {
      unscaled.ifPresent(ConvertedPicture::release);
      unscaled = Optional.of(new ConvertedPicture(all, rows));
    }
    ConvertedPicture picture = unscaled.get();
    NativeI420Buffer screen =
        picture.latest().orElseGet(() -> NativeI420Buffer.allocate(rows.width(), rows.height()));
    Damage stale = picture.stale();
    if (picture.latest().isPresent()) {
      colours.refresh(screen, frame, stale);
      return picture.renewed(screen);
    }
    return picture.renewed(filled(screen, () -> colours.refresh(screen, frame, stale)));
  }

  /** The library cuts without copying, and what it returns then is no native buffer: copy it. */
  private static NativeI420Buffer cut(NativeI420Buffer screen, ScreenArea area, ScreenSize target) {
    VideoFrameBuffer view =
        screen.cropAndScale(
            area.x(), area.y(), target.width(), target.height(), target.width(), target.height());
    return ((NativeI420Buffer) view).copy();
  }

  private static NativeI420Buffer scaled(ConvertedPicture picture, NativeI420Buffer screen)
      throws Exception {
    ScreenArea area = picture.area();
    ScreenArea stale = picture.stale().area().orElseThrow();
    ScaledPart part =
        ScaledPart.covering(
            new ScreenArea(stale.x() - area.x(), stale.y() - area.y(), stale.size()),
            area.size(),
            picture.size());
    NativeI420Buffer piece = scale(screen, area, part);
    if (part.scaled().equals(ScreenArea.whole(picture.size()))) {
      return piece;
    }
    try {
      NativeI420Buffer fresh = beginning(picture);
      return filled(fresh, () -> Patch.lay(piece, fresh, part.scaled().x(), part.scaled().y()));
    } finally {
      piece.release();
    }
  }

  private static NativeI420Buffer scale(NativeI420Buffer screen, ScreenArea area, ScaledPart part) {
    return (NativeI420Buffer)
        screen.cropAndScale(
            area.x() + part.source().x(),
            area.y() + part.source().y(),
            part.source().size().width(),
            part.source().size().height(),
            part.scaled().size().width(),
            part.scaled().size().height());
  }

  /** What can be written to, and shows what the picture shows where there is one. */
  private static NativeI420Buffer beginning(ConvertedPicture picture) {
    ScreenSize size = picture.size();
    boolean afresh = picture.stale().equals(Damage.of(picture.area()));
    return picture
        .latest()
        .filter(latest -> !afresh)
        .map(NativeI420Buffer::copy)
        .orElseGet(() -> NativeI420Buffer.allocate(size.width(), size.height()));
  }

  /** Something that may fail on the way into a buffer, which is given back then. */
  private interface Fill {
    void run() throws Exception;
  }

  private static NativeI420Buffer filled(NativeI420Buffer fresh, Fill fill) throws Exception {
    try {
      fill.run();
      return fresh;
    } catch (Exception notFilled) {
      fresh.release();
      throw notFilled;
    }
  }
}
