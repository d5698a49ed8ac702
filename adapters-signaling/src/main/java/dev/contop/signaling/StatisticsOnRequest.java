package dev.contop.signaling;

import dev.contop.application.desk.MeasureVideo;
import dev.contop.wire.RestAnswers;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;

/** {@code GET /api/statistics}: how the video of each connected phone fares. */
final class StatisticsOnRequest {

  private final MeasureVideo video;

  StatisticsOnRequest(MeasureVideo video) {
    this.video = video;
  }

  /** Answers from whichever thread has the figures, so that no worker waits for them. */
  void send(HttpServerExchange exchange) {
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> video.measure(figures -> JsonReply.ok(exchange, RestAnswers.statistics(figures))));
  }
}
