package dev.contop.capture.xcb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedLibraryTest {

  static List<SharedLibrary> all() {
    return List.of(
        SharedLibrary.C,
        SharedLibrary.XCB,
        SharedLibrary.SHM,
        SharedLibrary.XFIXES,
        SharedLibrary.DAMAGE,
        SharedLibrary.XINPUT,
        SharedLibrary.RANDR);
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldBindEveryMethodAgainAndAgain(SharedLibrary library) throws Exception {
    // When
    library.bind();
    library.bind();

    // Then
    assertThat(library.isThere()).isTrue();
  }

  @Test
  void shouldNameAMissingLibraryAndItsPackage() {
    assertThatThrownBy(() -> SharedLibrary.bind("libabsent.so.7", "libabsent7", Absent.class))
        .isInstanceOf(ScreenUnavailable.class)
        .hasMessageContaining("libabsent.so.7")
        .hasMessageContaining("apt-get install libabsent7");
  }

  @Test
  void shouldNameALibraryThatLacksAFunction() {
    assertThatThrownBy(() -> SharedLibrary.bind("libxcb.so.1", "libxcb1", Absent.class))
        .isInstanceOf(ScreenUnavailable.class)
        .hasMessageContaining("libxcb.so.1");
  }

  static final class Absent {
    private Absent() {}

    static native int xcb_that_is_not_there(Pointer connection);
  }
}
