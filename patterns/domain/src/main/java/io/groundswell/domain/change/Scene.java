package io.groundswell.domain.change;

import io.groundswell.domain.catalogue.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of an incident whose cause is looked for. Times are epoch milliseconds.
 *
 * @param subject what surges
 * @param products ids of products that surge, the incident's own among them
 * @param upstream ids of products that those depend on
 * @param components ids of the components that surge
 * @param regions ids of the regions that surge; empty where it is everywhere, or nobody knows where
 * @param everywhere it is wherever the product's people usually are
 * @param terms what people report, in words
 * @param onset when it began, as people are told
 * @param beginnings when it may have begun; see {@link Beginnings}
 * @param detected when it was detected
 * @param dark when sources were silent, so that nothing could be seen
 */
public record Scene(
    Subject subject,
    Set<String> products,
    Set<String> upstream,
    Set<String> components,
    Set<String> regions,
    boolean everywhere,
    List<String> terms,
    long onset,
    List<Long> beginnings,
    long detected,
    List<Dark> dark) {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Nothing could be seen. */
  public record Dark(long from, long until) {
    /** Whether it was so at a moment. */
    public boolean covers(long moment) {
      return moment >= from && moment < until;
    }
  }

  /** Whether a change says of itself that it changes what people report. */
  public boolean isNamedBy(Change change) {
    String words = words(change.summary());
    return terms.stream().map(Scene::words).anyMatch(words::contains);
  }

  /** Its words, each between blanks. */
  private static String words(String text) {
    return " " + BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  /** Whether a change was made in a region that surges, or in a part of it. */
  public boolean isWhere(Change change) {
    return regions.stream().anyMatch(change::isIn);
  }

  /** Whether a change is to a product that surges, or on which one that does depends. */
  boolean concerns(Change change) {
    return products.contains(change.product()) || upstream.contains(change.product());
  }

  /** The last moment at which it may have begun. */
  long latestBeginning() {
    return beginnings.get(beginnings.size() - 1);
  }
}
