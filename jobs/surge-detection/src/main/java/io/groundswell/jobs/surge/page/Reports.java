package io.groundswell.jobs.surge.page;

import io.groundswell.domain.post.Hash64;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of incidents are written, what they are called, and how they are reached.
 *
 * @param folder that they are written into, or null where none are
 * @param base what is put before a page's name to reach it, or null where incidents carry no link
 */
public record Reports(@Nullable String folder, @Nullable String base) implements Serializable {
  /** Name of the folder that has the pages, beside the incidents' own file. */
  public static final String FOLDER = "incidents";

  /** There are none. */
  public static final Reports NONE = new Reports(null, null);

  /** What every page's name ends with. */
  public static final String SUFFIX = ".html";

  private static final int READABLE = 60;

  /** Pages in a folder beside the incidents' own file, which link to them from there. */
  public static Reports beside(Path results) {
    return new Reports(results.resolve(FOLDER).toString(), FOLDER + "/");
  }

  /**
   * Pages that are served.
   *
   * @param folder that they are written into, or null where none are
   * @param url where that is served, with or without a slash at its end; null where it is not
   */
  public static Reports served(@Nullable String folder, @Nullable String url) {
    return new Reports(folder, url == null || url.endsWith("/") ? url : url + "/");
  }

  /** Where an incident's page is found, or null. */
  public @Nullable String link(String incidentId) {
    return base == null ? null : base + file(incidentId);
  }

  /**
   * The name of an incident's page: what can be read of its id, and a hash of all of it. Letters,
   * digits, {@code -}, {@code _} and one dot, so that it is no path and the same in an address.
   */
  public static String file(String incidentId) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Math.min(READABLE, incidentId.length()); i++) {
      char c = incidentId.charAt(i);
      name.append(isPlain(c) ? c : '_');
    }
    String hash = String.format("-%016x", Hash64.of(incidentId, "page"));
    return name.append(hash).append(SUFFIX).toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
