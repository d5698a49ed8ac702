package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NativeEdgeTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void shouldKeepTheProcessAliveWhateverAnObserverThrows() throws Exception {
    // Given
    Path output = folder.resolve("output");
    ProcessBuilder trial =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            EdgeTrial.class.getName());
    Process process = trial.redirectErrorStream(true).redirectOutput(output.toFile()).start();

    // When
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    process.destroyForcibly();

    // Then
    assertThat(ended).as(read(output)).isTrue();
    assertThat(process.exitValue()).as(read(output)).isZero();
    assertThat(read(output)).contains("lived");
  }

  @Test
  void shouldLetNothingOutWhenPostingItselfFails() {
    // Given
    NativeEdge edge =
        new NativeEdge(
            work -> {
              throw new StackOverflowError();
            });
    PeerConnectionObserver connection = edge.connection(new Nobody());
    RTCDataChannelObserver channel =
        edge.channel(ChannelLabel.RELIABLE, () -> {}, new Observed(new RecordedPeer()));

    // When // Then
    List<Runnable> callbacks = new ArrayList<>();
    callbacks.add(() -> connection.onIceCandidate(new RTCIceCandidate("0", 0, "candidate:")));
    callbacks.add(() -> connection.onIceGatheringChange(RTCIceGatheringState.COMPLETE));
    callbacks.add(() -> connection.onConnectionChange(RTCPeerConnectionState.CONNECTED));
    callbacks.add(channel::onStateChange);
    callbacks.add(() -> edge.applied(() -> {}, () -> {}).onSuccess());
    callbacks.add(() -> edge.applied(() -> {}, () -> {}).onFailure("why"));
    callbacks.add(() -> edge.created(made -> {}, () -> {}).onFailure("why"));
    callbacks.add(
        () ->
            edge.created(made -> {}, () -> {})
                .onSuccess(new RTCSessionDescription(RTCSdpType.ANSWER, "")));
    assertThat(callbacks).allSatisfy(one -> assertThatCode(one::run).doesNotThrowAnyException());
  }

  @Test
  void shouldCopyTextOutOfNativeMemory() {
    // Given
    RecordedPeer told = new RecordedPeer();
    NativeEdge edge = new NativeEdge(Runnable::run);
    RTCDataChannelObserver channel = edge.channel(ChannelLabel.FAST, () -> {}, new Observed(told));
    ByteBuffer memory = ByteBuffer.allocateDirect(2).put((byte) 'o').put((byte) 'k');

    // When
    channel.onMessage(new RTCDataChannelBuffer(memory, false));
    memory.put(0, (byte) 'x');

    // Then
    assertThat(told.messages).containsExactly("FAST ok");
    assertThat(told.events).containsExactly("opened FAST", "received FAST");
  }

  private static String read(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException nothing) {
      return "";
    }
  }

  private static final class Nobody implements NativeEdge.ConnectionEvents {
    @Override
    public void gathered(IceCandidate candidate) {}

    @Override
    public void connectivityChanged(Connectivity connectivity) {}

    @Override
    public void channelOffered(RTCDataChannel channel) {}
  }
}
