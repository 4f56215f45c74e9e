package io.groundswell.jobs.surge.connector.format;

import org.jspecify.annotations.Nullable;

/** What a link says, in plain text. */
final class Links {
  private Links() {}

  /**
   * The whole link in place of a shortened one; behind the words where it is written as words.
   *
   * @param written what people see
   * @param uri where it leads, or null
   */
  static String whole(String written, @Nullable String uri) {
    if (uri == null || uri.isEmpty() || written.contains(uri)) {
      return written;
    }
    String shown = bare(written.strip());
    return shown.isEmpty() || bare(uri).startsWith(shown) ? uri : written + " " + uri;
  }

  /** Without scheme, {@code www.} and what stands for the rest. */
  private static String bare(String link) {
    int scheme = link.indexOf("://");
    String rest = scheme < 0 ? link : link.substring(scheme + 3);
    rest = rest.startsWith("www.") ? rest.substring(4) : rest;
    int end = rest.length();
    while (end > 0 && (rest.charAt(end - 1) == '.' || rest.charAt(end - 1) == '…')) {
      end--;
    }
    return rest.substring(0, end);
  }
}
