package dev.contop.capture.xcb;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import dev.contop.application.screen.ScreenUnavailable;

/** The shared libraries of the system that capture calls, each bound when first asked for. */
public final class SharedLibrary {

  public static final SharedLibrary C = new SharedLibrary("libc.so.6", "libc6", LibC.class);
  public static final SharedLibrary XCB = new SharedLibrary("libxcb.so.1", "libxcb1", LibXcb.class);
  public static final SharedLibrary SHM =
      new SharedLibrary("libxcb-shm.so.0", "libxcb-shm0", LibXcbShm.class);
  public static final SharedLibrary XFIXES =
      new SharedLibrary("libxcb-xfixes.so.0", "libxcb-xfixes0", LibXcbXfixes.class);
  public static final SharedLibrary DAMAGE =
      new SharedLibrary("libxcb-damage.so.0", "libxcb-damage0", LibXcbDamage.class);
  public static final SharedLibrary XINPUT =
      new SharedLibrary("libxcb-xinput.so.0", "libxcb-xinput0", LibXcbXinput.class);
  public static final SharedLibrary RANDR =
      new SharedLibrary("libxcb-randr.so.0", "libxcb-randr0", LibXcbRandr.class);

  private final String file;
  private final String debianPackage;
  private final Class<?> natives;
  private volatile boolean bound;

  private SharedLibrary(String file, String debianPackage, Class<?> natives) {
    this.file = file;
    this.debianPackage = debianPackage;
    this.natives = natives;
  }

  /**
   * Loads the library and binds its methods; does nothing the second time. Any thread.
   *
   * @throws ScreenUnavailable naming the library and its Debian package when it is missing
   */
  public void bind() throws ScreenUnavailable {
    // Two threads may both get here; binding twice is harmless, a lock around native code is not.
    if (!bound) {
      bind(file, debianPackage, natives);
      bound = true;
    }
  }

  /** Whether the library is there; for those that capture can do without. */
  public boolean isThere() {
    try {
      bind();
      return true;
    } catch (ScreenUnavailable missing) {
      return false;
    }
  }

  static void bind(String file, String debianPackage, Class<?> natives) throws ScreenUnavailable {
    try {
      requireWideJvm();
      Native.register(natives, NativeLibrary.getInstance(file));
    } catch (LinkageError missing) {
      throw new ScreenUnavailable(
          "The library "
              + file
              + " cannot be loaded, so the X11 screen cannot be read; install it (Debian, Ubuntu:"
              + " apt-get install "
              + debianPackage
              + ")",
          missing);
    }
  }

  private static void requireWideJvm() throws ScreenUnavailable {
    if (Native.POINTER_SIZE != Long.BYTES) {
      throw new ScreenUnavailable("The X11 screen can only be read by a 64-bit Java");
    }
  }
}
