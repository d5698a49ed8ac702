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

/**
 * Turns frames of the screen into what the encoders take: I420 of the wanted size. Of a picture
 * that was made before only what has changed is made anew; what several want alike is made once.
 *
 * <p>Belongs to the capture thread. The library scales I420 alone, so colours are converted first.
 * Scaling all of 1920x1080 takes 0.2 to 0.6 ms to 1/2 and 3/4, and 2.3 to 3.5 ms to other sizes.
 * Pictures are native memory; a frame takes less than 5,000 bytes of the heap.
 */
final class FrameConversion {

  /** A picture that nobody has wanted for so many frames is forgotten. */
  private static final int PATIENCE = 100;

  private final ColourConversion colours = new ColourConversion();
  private final MeanTime scalings = new MeanTime();
  private final List<ConvertedPicture> pictures = new ArrayList<>();

  /** Takes notice of a frame; all calls until the next are for it. */
  void begin(Frame frame) {
    colours.begin();
    pictures.removeIf(picture -> !remains(picture, frame.damage()));
  }

  private static boolean remains(ConvertedPicture picture, Damage damage) {
    picture.damaged(damage);
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
    Damage stale = picture.stale();
    if (stale.isNone()) {
      return picture.unchanged();
    }
    ScaledPart part =
        ScaledPart.covering(stale.area().orElseThrow(), picture.shown(), picture.size());
    ScaledPart worth = part.isMostOf(target) ? ScaledPart.whole(picture.shown(), target) : part;
    boolean whole = worth.scaled().equals(ScreenArea.whole(target));
    if (whole && isFrame(picture, frame)) {
      return picture.renewed(colours(frame));
    }
    return picture.renewed(
        picture.isScaled() ? scaled(picture, frame, worth) : cut(picture, frame, worth));
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
    colours.dispose();
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

  private static boolean isFrame(ConvertedPicture picture, Frame frame) {
    return picture.is(ScreenArea.whole(frame.size()), frame.size())
        && ColourConversion.rowPixels(frame) == frame.size().width();
  }

  private NativeI420Buffer colours(Frame frame) throws Exception {
    NativeI420Buffer fresh = NativeI420Buffer.allocate(frame.size().width(), frame.size().height());
    try {
      colours.convert(frame, fresh);
      return fresh;
    } catch (Exception notConverted) {
      fresh.release();
      throw notConverted;
    }
  }

  /** The library cuts without copying: what it returns is a view, which nobody may release. */
  private NativeI420Buffer cut(ConvertedPicture picture, Frame frame, ScaledPart part)
      throws Exception {
    return laidOn(picture, piece(picture, frame, part), part);
  }

  private NativeI420Buffer scaled(ConvertedPicture picture, Frame frame, ScaledPart part)
      throws Exception {
    NativeI420Buffer piece = piece(picture, frame, part);
    if (part.scaled().equals(ScreenArea.whole(picture.size()))) {
      return piece;
    }
    try {
      return laidOn(picture, piece, part);
    } finally {
      piece.release();
    }
  }

  private NativeI420Buffer piece(ConvertedPicture picture, Frame frame, ScaledPart part)
      throws Exception {
    ScreenArea source = part.source();
    int x = picture.area().x() + source.x();
    int y = picture.area().y() + source.y();
    ColourConversion.Rows rows = colours.rows(frame, y, y + source.size().height());
    long begun = System.nanoTime();
    VideoFrameBuffer piece =
        rows.pixels()
            .cropAndScale(
                x,
                y - rows.top(),
                source.size().width(),
                source.size().height(),
                part.scaled().size().width(),
                part.scaled().size().height());
    if (picture.isScaled()) {
      scalings.add(System.nanoTime() - begun);
    }
    return (NativeI420Buffer) piece;
  }

  /** A new picture: the piece, and around it what was there before. */
  private static NativeI420Buffer laidOn(
      ConvertedPicture picture, NativeI420Buffer piece, ScaledPart part) {
    if (part.scaled().equals(ScreenArea.whole(picture.size()))) {
      return piece.copy();
    }
    NativeI420Buffer fresh = picture.latest().orElseThrow().copy();
    Patch.lay(piece, fresh, part.scaled().x(), part.scaled().y());
    return fresh;
  }
}
