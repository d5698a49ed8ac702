package dev.contop.signaling;

import dev.contop.application.still.ObserveStill;
import dev.contop.application.still.TakeStill;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.ByteBuffer;

/**
 * {@code GET /api/screen.jpg?quality&max_width}: the screen as it is now (T74). The answer is sent
 * by whoever made the picture, so that no worker waits for it.
 */
final class StillOnRequest {

  private static final HttpString SCREEN_SIZE = new HttpString("x-screen-size");

  private final TakeStill stills;

  StillOnRequest(TakeStill stills) {
    this.stills = stills;
  }

  void send(HttpServerExchange exchange) throws Parameters.Bad {
    StillWish usual = StillWish.standard();
    int quality =
        Parameters.number(exchange, "quality", 1, StillWish.BEST_QUALITY, usual.quality());
    int maxWidth =
        Parameters.number(
            exchange, "max_width", StillWish.NARROWEST, StillWish.WIDEST, usual.maxWidth());
    StillWish wish = new StillWish(quality, maxWidth);
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> stills.take(wish, Integer.MAX_VALUE, new Answering(exchange)));
  }

  private static final class Answering implements ObserveStill {
    private final HttpServerExchange exchange;

    Answering(HttpServerExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void taken(Still still) {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "image/jpeg");
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
      exchange.getResponseHeaders().put(SCREEN_SIZE, still.screen().toString());
      exchange.getResponseSender().send(ByteBuffer.wrap(still.jpeg()));
    }

    @Override
    public void missed(StillRefusal reason) {
      JsonReply.error(exchange, 503, reason.code(), reason.words());
    }
  }
}
