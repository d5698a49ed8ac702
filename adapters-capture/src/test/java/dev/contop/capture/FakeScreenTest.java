package dev.contop.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.ScreenSize;
import org.junit.jupiter.api.Test;

class FakeScreenTest extends ScreenContract {

  private final FakeScreen fake = new FakeScreen(new ScreenSize(31, 17));

  @Override
  protected OpenScreen subject() {
    return () -> fake;
  }

  @Override
  protected void change() {
    fake.paint(7);
  }

  @Test
  void shouldSayThatItHasGone() {
    // When
    fake.setGone(true);

    // Then
    assertThatThrownBy(fake::grab).isInstanceOf(ScreenUnavailable.class);
  }
}
