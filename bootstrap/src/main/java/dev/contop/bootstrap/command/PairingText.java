package dev.contop.bootstrap.command;

import dev.contop.signaling.qr.QrCode;
import dev.contop.signaling.qr.TerminalQr;
import dev.contop.wire.PairingSummary;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shows a pairing to the person at the terminal. */
public final class PairingText {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private PairingText() {}

  public static void show(PrintStream out, PairingSummary pairing) {
    QrCode code = QrCode.of(pairing.link());
    out.println();
    // Colours only where they are understood; elsewhere they would be noise in a file.
    out.print(Terminal.isThere() ? TerminalQr.coloured(code) : TerminalQr.plain(code));
    out.println();
    out.println("Scan this with your phone's camera, or open the link there:");
    out.println();
    out.println("  " + pairing.link());
    out.println();
    out.println(
        "It lets one phone in until "
            + UNTIL.format(pairing.expiresAt().atZone(ZoneId.systemDefault()))
            + ". Whoever has it can "
            + (pairing.viewOnly() ? "see" : "see and drive")
            + " this desktop: keep it to yourself.");
    out.println();
  }
}
