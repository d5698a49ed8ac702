package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;

/**
 * A picture of the screen, lent to its readers for the length of a call.
 *
 * @param pixels a direct buffer of {@code stride * height} bytes from position 0, four bytes a
 *     pixel in the order blue, green, red, unused
 * @param stride the bytes from one row to the next
 */
public record Frame(ByteBuffer pixels, int stride, ScreenSize size) {}
