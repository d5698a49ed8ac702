package dev.contop.capture.xcb;

import com.sun.jna.Pointer;

/** Functions of libxcb-xinput (X Input Extension 2). */
public final class LibXcbXinput {

  private LibXcbXinput() {}

  public static native int xcb_input_xi_query_version(Pointer connection, short major, short minor);

  public static native int xcb_input_xi_select_events(
      Pointer connection, int window, short maskCount, Pointer masks);
}
