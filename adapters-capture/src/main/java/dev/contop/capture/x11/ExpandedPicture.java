package dev.contop.capture.x11;

import com.sun.jna.Memory;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.PixelShape;
import dev.contop.domain.media.ScreenSize;
import java.nio.IntBuffer;

/**
 * A picture of a screen whose pixels are not those of a frame: what was fetched is turned into
 * memory of its own, one pixel after the other.
 */
final class ExpandedPicture implements Picture {

  /** Has four bytes for each pixel too, and the server's rows packed from each place on. */
  private final Picture fetched;

  private final ExpandColours colours;

  /** One row as it was fetched, and as a frame has it. */
  private final int[] words;

  private final int[] pixels;
  private final Memory block;
  private final PictureMemory memory;
  private int top;
  private int height;

  /**
   * Takes the picture that is fetched over, and closes it with itself.
   *
   * @param shape of its pixels
   */
  ExpandedPicture(Picture fetched, PixelShape shape) {
    this.fetched = fetched;
    ScreenSize size = fetched.memory().frame().size();
    colours = new ExpandColours(shape);
    words = new int[shape.stride(size.width()) / Integer.BYTES];
    pixels = new int[size.width()];
    block = new Memory(PictureMemory.bytes(size));
    memory = PictureMemory.at(block, size);
  }

  @Override
  public int ask(int firstRow, int rows) {
    top = firstRow;
    height = rows;
    return fetched.ask(firstRow, rows);
  }

  @Override
  public boolean receive(int request) throws ScreenUnavailable {
    if (!fetched.receive(request)) {
      return false;
    }
    IntBuffer from = fetched.memory().canvas();
    IntBuffer to = memory.canvas();
    int first = top * pixels.length;
    for (int row = 0; row < height; row++) {
      from.get(first + row * words.length, words);
      colours.row(words, pixels);
      to.put(first + row * pixels.length, pixels);
    }
    return true;
  }

  @Override
  public int requests() {
    return fetched.requests();
  }

  @Override
  public PictureMemory memory() {
    return memory;
  }

  @Override
  public void close() {
    fetched.close();
    block.close();
  }
}
