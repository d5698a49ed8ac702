package dev.contop.benchmarks.endtoend;

import dev.contop.benchmarks.endtoend.Contender.Needed;
import java.util.List;
import java.util.stream.Stream;

/** All that are compared, in the order of the table. */
final class Contenders {

  private static final String MODULES = "/usr/lib/python3/dist-packages/";

  private Contenders() {}

  /** This host with each codec that is worth a row, and without scaling. */
  static List<Contender> own() {
    return List.of(
        new ContopHost("vp8", "VP8", ContopHost.USUAL_WIDTH),
        new ContopHost("h264", "H264", ContopHost.USUAL_WIDTH),
        new ContopHost("vp8-1920", "VP8", 1920));
  }

  /** The codecs that it tries last; measured when they are asked for by name. */
  static List<Contender> seldom() {
    return List.of(
        new ContopHost("vp9", "VP9", ContopHost.USUAL_WIDTH),
        new ContopHost("av1", "AV1", ContopHost.USUAL_WIDTH));
  }

  static List<Contender> peers() {
    return List.of(
        gstreamer("gst-x264", "GStreamer webrtcbin, x264", "H264", x264()),
        gstreamer("gst-vp8", "GStreamer webrtcbin, VP8", "VP8", plugin("good", "vpx")),
        new ChromiumHost(),
        new TigerVnc(),
        new ScriptedPeer(
            "aiortc",
            "aiortc, VP8",
            List.of(Needed.of("python3-aiortc", MODULES + "aiortc")),
            "rtc.py",
            List.of()));
  }

  private static Contender gstreamer(String name, String title, String codec, Needed encoder) {
    return new ScriptedPeer(
        name,
        title,
        List.of(
            Needed.of("python3-gi", MODULES + "gi"),
            Needed.of("gir1.2-gst-plugins-bad-1.0", typelib("GstWebRTC")),
            plugin("good", "ximagesrc"),
            plugin("bad", "webrtc"),
            Needed.of("gstreamer1.0-nice", lib("libgstnice.so")),
            encoder),
        "gstreamer.py",
        List.of(codec));
  }

  private static Needed x264() {
    return plugin("ugly", "x264");
  }

  private static Needed plugin(String set, String name) {
    return Needed.of("gstreamer1.0-plugins-" + set, lib("libgst" + name + ".so"));
  }

  private static String[] lib(String file) {
    return onEveryMachine("gstreamer-1.0/" + file);
  }

  private static String[] typelib(String name) {
    return onEveryMachine("girepository-1.0/" + name + "-1.0.typelib");
  }

  /** Debian keeps libraries in a folder named for the kind of machine. */
  private static String[] onEveryMachine(String file) {
    return Stream.of("x86_64", "aarch64")
        .map(machine -> "/usr/lib/" + machine + "-linux-gnu/" + file)
        .toArray(String[]::new);
  }
}
