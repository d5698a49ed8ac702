package dev.contop.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Listens inside of a page to what its reliable channel carries, on every page that is opened, and
 * cuts the connection as a network does: nothing passes any more, and nobody is told.
 */
final class Wiretap {

  private static final String SCRIPT =
      """
      window.heard = [];
      window.said = [];
      window.offers = [];
      const cut = new WeakSet();
      const held = [];
      let holding = false;

      const create = RTCPeerConnection.prototype.createDataChannel;
      RTCPeerConnection.prototype.createDataChannel = function (label, options) {
        const channel = create.call(this, label, options);
        const peer = this;
        window.peer = peer;
        if (label === 'contop') window.sure = channel;
        const swallow = (event) => { if (cut.has(peer)) event.stopImmediatePropagation(); };
        channel.addEventListener('message', swallow);
        channel.addEventListener('close', swallow);
        channel.addEventListener('message', ({ data }) => window.heard.push(JSON.parse(data)));
        const send = channel.send;
        channel.send = (data) => {
          if (cut.has(peer)) return;
          window.said.push(JSON.parse(data));
          send.call(channel, data);
        };
        return channel;
      };

      const close = RTCPeerConnection.prototype.close;
      RTCPeerConnection.prototype.close = function () {
        if (!cut.has(this)) close.call(this);
      };
      const add = RTCPeerConnection.prototype.addIceCandidate;
      RTCPeerConnection.prototype.addIceCandidate = function (candidate) {
        if (!holding) return add.call(this, candidate);
        held.push(() => add.call(this, candidate));
        return Promise.resolve();
      };
      const signal = WebSocket.prototype.send;
      WebSocket.prototype.send = function (data) {
        const message = JSON.parse(data);
        if (message.type === 'offer') window.offers.push(message);
        if (message.type !== 'ice_candidate' || !holding) return signal.call(this, data);
        held.push(() => signal.call(this, data));
      };

      window.cutConnection = () => {
        cut.add(peer);
        Object.defineProperty(peer, 'connectionState', { value: 'failed' });
        peer.dispatchEvent(new Event('connectionstatechange'));
      };
      window.holdCandidates = () => { holding = true; };
      window.releaseCandidates = () => {
        holding = false;
        held.splice(0).forEach((go) => go());
      };
      """;

  private final PhoneBrowser phone;

  private Wiretap(PhoneBrowser phone) {
    this.phone = phone;
  }

  /** Listens to the pages that {@code phone} visits from now on. */
  static Wiretap on(PhoneBrowser phone) {
    phone.beforeEachPage(SCRIPT);
    return new Wiretap(phone);
  }

  /**
   * The network is gone under the connection, and the page gives it up. The computer hears nothing
   * of that.
   */
  void cut() {
    phone.script("cutConnection()");
    phone.awaitState("lost");
  }

  /** No path is found from now on, until {@link #release}. */
  void hold() {
    phone.script("holdCandidates()");
  }

  void release() {
    phone.script("releaseCandidates()");
  }

  /** Sends an envelope on the reliable channel, past the page. */
  void say(String type, Map<String, Object> payload) {
    phone.script(
        "sure.send(JSON.stringify({type: arguments[0],"
            + " id: '5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31', payload: arguments[1]}))",
        type,
        payload);
  }

  /**
   * What {@code expression} is of each message {@code one} of that type, in the order they came.
   */
  List<?> heard(String type, String expression) {
    return (List<?>)
        phone.value(
            "return heard.filter(one => one.type === arguments[0]).map(one => " + expression + ")",
            type);
  }

  /** The lines of a stream of the run so far, as its progress told them. */
  List<Long> lines(String stream) {
    List<?> lines =
        (List<?>)
            phone.value(
                "return heard.filter(one => one.type === 'agent_progress'"
                    + " && one.payload.status === 'running')"
                    + ".map(one => one.payload[arguments[0]] ?? '').join('')"
                    + ".split('\\n').filter(Boolean).map(Number)",
                stream);
    return lines.stream().map(line -> ((Number) line).longValue()).toList();
  }

  /** All numbers of messages, in the order they came, over all connections. */
  List<?> numbers() {
    return (List<?>) phone.value("return heard.filter(one => one.seq).map(one => one.seq)");
  }

  /** The highest number of a message. */
  long highest() {
    return (Long) phone.value("return heard.reduce((top, one) => Math.max(top, one.seq ?? 0), 0)");
  }

  /** Whether something came and the last of it was acknowledged. */
  boolean isAcknowledged() {
    long highest = highest();
    return highest > 0
        && (Boolean)
            phone.value(
                "return said.some(one => one.type === 'ack' && one.payload.seq === arguments[0])",
                highest);
  }

  static List<?> upTo(long highest) {
    return LongStream.rangeClosed(1, highest).boxed().toList();
  }
}
