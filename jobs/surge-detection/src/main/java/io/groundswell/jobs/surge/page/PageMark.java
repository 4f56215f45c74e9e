package io.groundswell.jobs.surge.page;

import io.groundswell.jobs.surge.html.Document;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which update a page shows, as it stands in the page, so that no older one replaces it.
 *
 * @param sequence of the update
 * @param catalogueVersion content hash of the catalogue that decided
 * @param policyVersion content hash of the policy that decided
 */
public record PageMark(int sequence, String catalogueVersion, String policyVersion) {
  private static final Pattern IN_PAGE =
      Pattern.compile(Pattern.quote(Document.MARK) + "(\\d{1,9}) (\\S+) (\\S+)\"");

  /** Finds the mark of a page in its first lines; null where they are not a page's. */
  public static @Nullable PageMark in(String begin) {
    Matcher found = IN_PAGE.matcher(begin);
    return found.find()
        ? new PageMark(Integer.parseInt(found.group(1)), found.group(2), found.group(3))
        : null;
  }

  /** Whether the same rules have said more since. */
  public boolean isBefore(PageMark other) {
    return sequence < other.sequence
        && catalogueVersion.equals(other.catalogueVersion)
        && policyVersion.equals(other.policyVersion);
  }

  /** As it is written into the page. */
  String text() {
    return sequence + " " + catalogueVersion + " " + policyVersion;
  }
}
