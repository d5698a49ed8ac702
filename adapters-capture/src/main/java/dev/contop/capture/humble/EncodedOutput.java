package dev.contop.capture.humble;

import dev.contop.domain.media.ScreenSize;
import io.humble.video.Codec;
import io.humble.video.Coder;
import io.humble.video.Encoder;
import io.humble.video.KeyValueBag;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.Muxer;
import io.humble.video.MuxerFormat;
import io.humble.video.PixelFormat;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An encoder and the file that it fills. */
final class EncodedOutput {

  private final Muxer muxer;
  private final Encoder encoder;
  private final MediaPacket packet;

  private EncodedOutput(Muxer muxer, Encoder encoder) {
    this.muxer = muxer;
    this.encoder = encoder;
    this.packet = MediaPacket.make();
  }

  static Rational milliseconds() {
    return Rational.make(1, 1000);
  }

  /** Inside the {@link NativeLock}. */
  static EncodedOutput open(Path file, Recipe recipe, ScreenSize size) throws NotWritable {
    Codec codec = Codec.findEncodingCodecByName(recipe.encoder());
    Encoder encoder = Encoder.make(codec);
    Muxer muxer = Muxer.make(file.toString(), null, recipe.muxer());
    try {
      encoder.setWidth(size.width());
      encoder.setHeight(size.height());
      encoder.setPixelFormat(PixelFormat.Type.PIX_FMT_YUV420P);
      encoder.setTimeBase(milliseconds());
      if (muxer.getFormat().getFlag(MuxerFormat.Flag.GLOBAL_HEADER)) {
        encoder.setFlag(Coder.Flag.FLAG_GLOBAL_HEADER, true);
      }
      openEncoder(encoder, recipe.encoding());
      muxer.addNewStream(encoder);
      openMuxer(muxer, recipe.muxing());
      return new EncodedOutput(muxer, encoder);
    } catch (NotWritable | RuntimeException | Error failed) {
      encoder.delete();
      muxer.delete();
      throw failed;
    }
  }

  private static void openEncoder(Encoder encoder, Map<String, String> options) {
    KeyValueBag wanted = bag(options);
    KeyValueBag unknown = KeyValueBag.make();
    try {
      encoder.open(wanted, unknown);
      expectNone(unknown);
    } finally {
      wanted.delete();
      unknown.delete();
    }
  }

  private static void openMuxer(Muxer muxer, Map<String, String> options) throws NotWritable {
    KeyValueBag wanted = bag(options);
    KeyValueBag unknown = KeyValueBag.make();
    try {
      muxer.open(wanted, unknown);
    } catch (IOException | RuntimeException cannot) {
      throw new NotWritable("open", cannot);
    } catch (InterruptedException never) {
      throw new IllegalStateException("Nobody interrupts a recording", never);
    }
    try {
      expectNone(unknown);
    } finally {
      wanted.delete();
      unknown.delete();
    }
  }

  private static KeyValueBag bag(Map<String, String> options) {
    KeyValueBag bag = KeyValueBag.make();
    options.forEach(bag::setValue);
    return bag;
  }

  /** The library passes over options that it does not know, and puts them here. */
  private static void expectNone(KeyValueBag unknown) {
    if (unknown.getNumKeys() > 0) {
      throw new IllegalStateException("Not an option: " + unknown.getKeys());
    }
  }

  void encode(MediaPicture picture) throws NotWritable {
    do {
      encoder.encode(packet, picture);
      if (packet.isComplete()) {
        write();
      }
    } while (packet.isComplete());
  }

  private void write() throws NotWritable {
    try {
      // What it returns says whether anything waits for other streams, of which there are none.
      muxer.write(packet, false);
    } catch (RuntimeException failed) {
      throw new NotWritable("write", failed);
    }
  }

  /** Writes what the encoder still has, and the end of the file. */
  void finish() throws NotWritable {
    do {
      encoder.encode(packet, null);
      if (packet.isComplete()) {
        write();
      }
    } while (packet.isComplete());
    muxer.close();
  }

  /** Inside the {@link NativeLock}. */
  void delete() {
    packet.delete();
    encoder.delete();
    muxer.delete();
  }
}
