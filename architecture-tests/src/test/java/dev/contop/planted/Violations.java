package dev.contop.planted;

import dev.contop.planted.domain.confirmation.Approval;
import dev.contop.planted.domain.execution.AuthorizedCommand;
import java.util.List;
import java.util.Map;

/** Which class of the planted house breaks which rule; all others keep it. */
public final class Violations {

  public static final Map<String, List<Class<?>>> BY_RULE =
      Map.ofEntries(
          Map.entry(
              "domain imports only java.lang, java.util and java.time",
              List.of(
                  dev.contop.planted.domain.ReadsFiles.class,
                  dev.contop.planted.domain.SeesApplication.class,
                  dev.contop.planted.domain.WaitsForOthers.class)),
          Map.entry(
              "application sees domain and logs, and nothing else",
              List.of(
                  dev.contop.planted.application.SeesWire.class,
                  dev.contop.planted.application.SeesSockets.class)),
          Map.entry(
              "wire sees domain alone", List.of(dev.contop.planted.wire.SeesApplication.class)),
          Map.entry(
              "webrtc sees no other adapter", List.of(dev.contop.planted.webrtc.SeesCapture.class)),
          Map.entry(
              "signaling sees no other adapter",
              List.of(dev.contop.planted.signaling.SeesWebRtc.class)),
          Map.entry(
              "capture sees no other adapter", List.of(dev.contop.planted.capture.SeesOs.class)),
          Map.entry("os sees no other adapter", List.of(dev.contop.planted.os.SeesSignaling.class)),
          Map.entry(
              "nobody sees bootstrap", List.of(dev.contop.planted.signaling.SeesBootstrap.class)),
          Map.entry("Dagger only in bootstrap", List.of(dev.contop.planted.os.UsesDagger.class)),
          Map.entry(
              "webrtc-java only in webrtc and capture",
              List.of(dev.contop.planted.os.UsesWebRtc.class)),
          Map.entry(
              "Undertow only in signaling",
              List.of(
                  dev.contop.planted.os.UsesUndertow.class, dev.contop.planted.os.UsesXnio.class)),
          Map.entry("Moshi only in wire", List.of(dev.contop.planted.signaling.UsesMoshi.class)),
          Map.entry(
              "Humble Video only in capture",
              List.of(dev.contop.planted.signaling.UsesHumble.class)),
          Map.entry(
              "JNA only in capture and os", List.of(dev.contop.planted.signaling.UsesJna.class)),
          Map.entry(
              "Bouncy Castle only in os",
              List.of(dev.contop.planted.signaling.UsesBouncyCastle.class)),
          Map.entry("ZXing only in signaling", List.of(dev.contop.planted.os.UsesZxing.class)),
          Map.entry("picocli only in bootstrap", List.of(dev.contop.planted.os.UsesPicocli.class)),
          Map.entry("Logback only in bootstrap", List.of(dev.contop.planted.os.UsesLogback.class)),
          Map.entry(
              "approvals are made in their own package alone",
              List.of(dev.contop.planted.domain.execution.ApprovesItself.class)),
          Map.entry(
              "permits to run are made in their own package alone",
              List.of(dev.contop.planted.application.AuthorizesItself.class)),
          Map.entry(
              "permits to run have no constructor that others see",
              List.of(AuthorizedCommand.class, Approval.class)),
          Map.entry(
              "processes are started in os.process alone",
              List.of(
                  dev.contop.planted.os.StartsProcesses.class,
                  dev.contop.planted.bootstrap.StartsProcesses.class)),
          Map.entry(
              "domain and application read no clock",
              List.of(
                  dev.contop.planted.domain.ReadsTheClock.class,
                  dev.contop.planted.application.ReadsTheClock.class)),
          Map.entry(
              "domain and application make no thread",
              List.of(
                  dev.contop.planted.domain.GoesParallel.class,
                  dev.contop.planted.application.MakesThreads.class)),
          Map.entry(
              "domain and application draw nothing by chance",
              List.of(
                  dev.contop.planted.domain.DrawsIds.class,
                  dev.contop.planted.application.ThrowsDice.class)),
          Map.entry(
              "no queue and no pool without a bound",
              List.of(
                  dev.contop.planted.os.QueuesWithoutEnd.class,
                  dev.contop.planted.os.PoolsWithoutEnd.class)),
          Map.entry(
              "only bootstrap prints",
              List.of(
                  dev.contop.planted.os.Prints.class, dev.contop.planted.os.PrintsTraces.class)),
          Map.entry(
              "the native edge alone implements what the library calls",
              List.of(dev.contop.planted.webrtc.ObservesElsewhere.class)),
          Map.entry(
              "no class is named for nothing in particular",
              List.of(
                  dev.contop.planted.os.PeerManager.class,
                  dev.contop.planted.os.AbstractPeer.class)),
          Map.entry(
              "no method is called get something",
              List.of(dev.contop.planted.os.GetsThings.class)));

  private Violations() {}
}
