package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A phone that is far away waits a round trip for each file that it finds out about late. */
@Timeout(90)
class PageIT {

  /** As many as a browser fetches side by side over HTTP/1.1. */
  private static final int SIDE_BY_SIDE = 6;

  private static final int KILOBYTES = 60;

  /** Each file besides the page itself and its icon, and how many bytes of it crossed the link. */
  private static final String FETCHED =
      """
      return performance.getEntriesByType('resource')
          .filter(each => each.initiatorType !== 'other' && !each.name.endsWith('.svg'))
          .map(each => [new URL(each.name).pathname, each.encodedBodySize]);
      """;

  @Test
  void shouldBeFetchedInOneRoundAndPacked() throws IOException {
    try (Rig rig = Rig.start("page", 640, 480)) {
      // When
      List<List<Object>> fetched = fetched(rig.live());

      // Then
      System.out.printf("page: fetched %s%n", fetched);
      assertThat(fetched).extracting(file -> file.get(0)).contains("/page.js", "/css/page.css");
      assertThat(fetched).hasSizeLessThanOrEqualTo(SIDE_BY_SIDE);
      assertThat(fetched.stream().mapToInt(file -> ((Number) file.get(1)).intValue()).sum())
          .isLessThan(KILOBYTES * 1000);
    }
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of pairs.
  private static List<List<Object>> fetched(PhoneBrowser phone) {
    return (List<List<Object>>) phone.value(FETCHED);
  }
}
