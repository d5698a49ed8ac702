package dev.contop.benchmarks.endtoend;

import java.util.List;

/** A figure of the table; every one of them is better when it is smaller, but frames a second. */
enum Column {
  FIRST_FRAME("first frame, ms", 0),
  CHANNEL("channel open, ms", 0),
  FULL_RATE("full bitrate, ms", 0),
  DECODED("frames/s", 1),
  GLASS_P50("glass to glass p50, ms", 0),
  GLASS_P99("p99, ms", 0),
  LAST_PACKET_P99("to last packet p99, ms", 0),
  PROCESSOR("processor, %", 0),
  KILOBITS("kbit/s", 0),
  STILL_PROCESSOR("still: processor, %", 1),
  STILL_KILOBITS("still: kbit/s", 0),
  LONE_P50("lone change p50, ms", 0),
  LONE_P99("p99 of it, ms", 0),
  MEMORY("memory, MB", 0);

  /** What is told of every contender. */
  static final List<Column> WHOLE =
      List.of(
          FIRST_FRAME,
          CHANNEL,
          FULL_RATE,
          DECODED,
          GLASS_P50,
          GLASS_P99,
          LAST_PACKET_P99,
          PROCESSOR,
          STILL_PROCESSOR,
          STILL_KILOBITS,
          LONE_P50,
          LONE_P99,
          MEMORY);

  /** What is told of a further scene. */
  static final List<Column> SCENE = List.of(DECODED, GLASS_P50, GLASS_P99, PROCESSOR, KILOBITS);

  private final String title;
  private final int decimals;

  Column(String title, int decimals) {
    this.title = title;
    this.decimals = decimals;
  }

  String title() {
    return title;
  }

  int decimals() {
    return decimals;
  }
}
