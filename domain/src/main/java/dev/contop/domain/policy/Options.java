package dev.contop.domain.policy;

/** How options are written. */
final class Options {

  private Options() {}

  /**
   * Whether {@code word} gives {@code option}: {@code -x} alone or in a cluster, {@code --long}
   * with or without a value or cut short as getopt_long accepts it, {@code -long} as it is.
   */
  static boolean matches(String option, String word) {
    if (!word.startsWith("-")) {
      return false;
    }
    if (option.startsWith("--")) {
      return word.length() > 2 && word.startsWith("--") && option.startsWith(name(word));
    }
    if (option.length() == 2) {
      return isCluster(word) && word.indexOf(option.charAt(1)) > 0;
    }
    return name(word).equals(option);
  }

  static boolean isCluster(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
  }

  /** An option without its value: {@code --name} of {@code --name=value}. */
  static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }
}
