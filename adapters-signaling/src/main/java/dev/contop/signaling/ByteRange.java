package dev.contop.signaling;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes that a request asks for (RFC 9110, section 14.1.2), of a file that has {@code
 * size} of them.
 *
 * @param from the first
 * @param to the one after the last
 */
record ByteRange(long from, long to, long size) {

  private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

  /** All of the file. */
  static ByteRange whole(long size) {
    return new ByteRange(0, size, size);
  }

  /** Whether these headers ask for one range in a form that is understood; all else is ignored. */
  static boolean isAsked(List<String> headers) {
    return headers.size() == 1
        && FORM.matcher(headers.get(0)).matches()
        && !headers.get(0).equals("bytes=-");
  }

  /** The range that such a header asks for; nothing when the file has no byte of it. */
  static Optional<ByteRange> of(String header, long size) {
    Matcher parts = FORM.matcher(header);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long from;
    long to = size;
    if (parts.group(1).isEmpty()) {
      from = Math.max(0, size - Long.parseLong(parts.group(2)));
    } else {
      from = Long.parseLong(parts.group(1));
      to = parts.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(parts.group(2)) + 1);
    }
    return from < to ? Optional.of(new ByteRange(from, to, size)) : Optional.empty();
  }

  long length() {
    return to - from;
  }

  /** As {@code Content-Range} tells of it. */
  String header() {
    return "bytes " + from + "-" + (to - 1) + "/" + size;
  }
}
