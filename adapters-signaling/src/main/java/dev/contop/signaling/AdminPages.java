package dev.contop.signaling;

/**
 * Where the pages of the loopback listener are on the class path.
 *
 * @param desk the dashboard, such as {@code dev/contop/web/desk}
 * @param recordings the page that lists and plays recordings
 */
public record AdminPages(String desk, String recordings) {}
