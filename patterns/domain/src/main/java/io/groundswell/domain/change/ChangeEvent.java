package io.groundswell.domain.change;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is sent: a deploy, a flag, a setting. A catalogue may not know what it names.
 * Flat, since it is operator state.
 *
 * @param id identity for de-duplication, as the sender gives it
 * @param at when it was made, epoch milliseconds
 * @param kind {@code deploy}, {@code config}, {@code flag}, {@code rollback}, {@value #NONE}, or
 *     the sender's word, lower case
 * @param product product id, or the sender's name of the service that was changed
 * @param component component id, or null where it is about the whole product
 * @param regions where it was made, as the sender says it; empty where everywhere
 * @param environment {@code production}, {@code staging}, or the sender's word; null where it says
 *     nothing
 * @param summary one line for people, without personal data
 * @param link to what was changed, http or https, or null
 */
public record ChangeEvent(
    String id,
    long at,
    String kind,
    String product,
    @Nullable String component,
    List<String> regions,
    @Nullable String environment,
    String summary,
    @Nullable String link) {
  /** The kind of an event that tells of no change, such as a deployment that waits. */
  public static final String NONE = "none";

  /** Copies the list. */
  public ChangeEvent {
    regions = List.copyOf(Objects.requireNonNullElse(regions, List.of()));
  }

  /**
   * Whether customers may notice it: not where nothing has changed yet, nor in an environment that
   * is certainly not production, by its name.
   */
  public boolean reachesCustomers() {
    return !kind.equals(NONE) && !Environments.isAside(environment);
  }
}
