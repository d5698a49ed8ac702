package dev.contop.os.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.contop.application.input.DesktopProbe;
import dev.contop.application.input.InjectInput;
import dev.contop.application.input.InjectInputContract;
import dev.contop.application.input.InputRefused;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction.MoveBy;
import dev.contop.domain.control.InputAction.MoveTo;
import dev.contop.domain.control.InputAction.PressKeys;
import dev.contop.domain.control.InputAction.TypeText;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.os.x11.Keymap;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XUnavailable;
import dev.contop.os.x11.XvfbForTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class XtestInputTest extends InjectInputContract {

  private final XvfbForTest server = XvfbForTest.start();
  private final XtestInput subject = new XtestInput(Optional.of(server.display()));
  private Optional<WatchingWindow> window = Optional.empty();

  @BeforeEach
  void openWindow() throws IOException, XUnavailable {
    window = Optional.of(new WatchingWindow(server));
  }

  @AfterEach
  void closeAll() {
    subject.close();
    window.ifPresent(WatchingWindow::close);
    server.close();
    await().until(() -> threadsCalled("keyboard-restorer") == 0);
  }

  private static long threadsCalled(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }

  @Override
  protected InjectInput subject() {
    return subject;
  }

  @Override
  protected DesktopProbe desktop() {
    return window.orElseThrow();
  }

  private Keymap keymap() throws XUnavailable {
    try (XConnection own = XConnection.open(Optional.of(server.display()))) {
      return own.keymap();
    }
  }

  @Test
  void shouldAddShiftWhereTheCharacterNeedsIt() throws InputRefused {
    // When
    subject.inject(new PressKeys(List.of("ctrl", "+")));

    // Then
    assertThat(desktop().events(6))
        .containsExactly("ctrl down", "shift down", "+ down", "+ up", "shift up", "ctrl up");
  }

  @Test
  void shouldKnowEveryKeyItNames() throws InputRefused {
    // When / Then
    for (String name :
        ("ctrl control shift alt option super meta win cmd enter return tab esc escape space"
                + " backspace delete insert home end pageup pagedown up down left right capslock"
                + " printscreen f1 F12 f24 A z 0 9 + - / \\ ~ € ä")
            .split(" ", -1)) {
      subject.inject(new PressKeys(List.of(name)));
      assertThat(desktop().events(2)).as(name).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void shouldGiveBorrowedKeysBackWhenControlEnds() throws InputRefused, XUnavailable {
    // Given
    List<Integer> before = keymap().free();
    subject.inject(new TypeText("漢字"));
    assertThat(keymap().free()).hasSize(before.size() - 2);

    // When
    subject.release(HeldInputs.NONE);

    // Then
    assertThat(keymap().free()).isEqualTo(before);
  }

  @Test
  void shouldGiveBorrowedKeysBackAfterAWhile() throws InputRefused, XUnavailable {
    // Given
    List<Integer> before = keymap().free();

    // When
    subject.inject(new TypeText("漢字"));

    // Then
    await().until(() -> keymap().free().equals(before));
  }

  @Test
  void shouldTypeMoreDifferentCharactersThanThereAreFreeKeys() throws InputRefused, XUnavailable {
    // Given
    int characters = 2 * keymap().free().size() + 5;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      text.appendCodePoint(0x4e00 + i);
    }

    // When
    subject.inject(new TypeText(text.toString()));

    // Then
    StringBuilder seen = new StringBuilder();
    for (String event : desktop().events(2 * characters)) {
      if (event.endsWith(" down")) {
        seen.append(event, 0, event.indexOf(' '));
      }
    }
    assertThat(seen.toString()).isEqualTo(text.toString());
  }

  @Test
  void shouldNoticeThatTheKeyboardMapWasChanged() throws InputRefused, XUnavailable {
    // Given
    subject.inject(new TypeText("a"));
    int free = keymap().free().get(0);
    try (XConnection other = XConnection.open(Optional.of(server.display()))) {
      int a = keymap().find('a', 0).orElseThrow().keycode();
      other.remap(a, 'q');
      other.remap(free, 'a');
      other.sync();
    }
    desktop().events(2);

    // When
    subject.inject(new TypeText("a"));

    // Then
    assertThat(desktop().events(2)).containsExactly("a down", "a up");
  }

  @Test
  void shouldTypeTheSameWhetherCapsLockIsOnOrOff() throws InputRefused {
    // Given
    subject.inject(new PressKeys(List.of("capslock")));
    desktop().events(2);

    // When
    subject.inject(new TypeText("aBé"));

    // Then
    List<String> typed =
        desktop().events(12).stream()
            .filter(event -> event.endsWith("down") && event.length() == 6)
            .toList();
    assertThat(typed).containsExactly("a down", "B down", "é down");
  }

  @Test
  void shouldRefuseInWordsWithoutAServerAndLiveWhenItComesBack() throws InputRefused {
    // Given
    String display = server.display();
    subject.inject(new MoveTo(new ScreenPoint(1, 1)));
    subject.inject(new TypeText("漢"));
    server.crash();

    // When / Then
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(InputRefused.class)
          .isThrownBy(() -> subject.inject(new MoveBy(1, 1)))
          .withMessageContaining("X server");
      assertThatExceptionOfType(InputRefused.class)
          .isThrownBy(() -> subject.inject(new TypeText("漢")));
    }
    subject.release(HeldInputs.NONE);

    // When
    try (XvfbForTest again = XvfbForTest.startAgain(display)) {
      await()
          .ignoreException(InputRefused.class)
          .until(
              () -> {
                subject.inject(new MoveTo(new ScreenPoint(7, 8)));
                return true;
              });

      // Then
      assertThat(again.pointer()).isEqualTo(new ScreenPoint(7, 8));
    }
  }

  @Test
  void shouldRefuseWithoutTheExtension() {
    // Given
    try (XvfbForTest bare = XvfbForTest.start("-tst");
        XtestInput input = new XtestInput(Optional.of(bare.display()))) {

      // When / Then
      assertThatExceptionOfType(InputRefused.class)
          .isThrownBy(() -> input.inject(new MoveBy(1, 1)))
          .withMessageContaining("XTEST");
    }
  }

  @Test
  void shouldRefuseAfterItWasClosed() {
    // Given
    subject.close();

    // When / Then
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> subject.inject(new MoveBy(1, 1)));
    subject.release(HeldInputs.NONE);
    subject.close();
  }

  @Test
  void shouldBeQuick() throws InputRefused {
    // Given
    int moves = 1000;
    long start = System.nanoTime();

    // When
    for (int i = 0; i < moves; i++) {
      subject.inject(new MoveTo(new ScreenPoint(i, i / 2)));
    }
    long moved = System.nanoTime();
    subject.inject(new PressKeys(List.of("a")));
    long pressed = System.nanoTime();
    subject.inject(new TypeText("abc ".repeat(1000)));
    long typed = System.nanoTime();

    // Then
    System.out.printf(
        "a move %d us, a key %d us, 4000 characters %d ms%n",
        (moved - start) / 1000 / moves, (pressed - moved) / 1000, (typed - pressed) / 1_000_000);
    assertThat(desktop().pointer()).isEqualTo(new ScreenPoint(999, 499));
    assertThat(moved - start).isLessThan(2_000_000_000L);
  }
}
