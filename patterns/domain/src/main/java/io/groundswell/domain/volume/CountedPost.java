package io.groundswell.domain.volume;

import io.groundswell.domain.volume.Arrival.Standing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post that has counted, for whoever keeps posts; or that one was withdrawn; or one that counts
 * as chatter, of which nothing that was written is kept.
 *
 * @param mention what counted; its {@code kept} is there unless it is chatter
 * @param start start of the bucket in which it counts, epoch milliseconds
 * @param standing how much it counts for; null where it says that the post was withdrawn
 */
public record CountedPost(Mention mention, long start, @Nullable Standing standing) {

  /**
   * A mention that counts.
   *
   * @param withdrawn it is known already that the post was withdrawn
   */
  public static CountedPost of(Mention mention, Arrival arrival, boolean withdrawn) {
    Mention shown = withdrawn ? mention.keeping(kept(mention).struck()) : mention;
    return new CountedPost(shown, arrival.start(), arrival.standing());
  }

  /** That a post was withdrawn. */
  public static CountedPost withdrawal(Mention mention) {
    return new CountedPost(mention, mention.createdAt(), null);
  }

  /** A post about a product that is no complaint. */
  public static CountedPost chatter(Mention mention, Arrival arrival) {
    return new CountedPost(mention, arrival.start(), arrival.standing());
  }

  /** Whether the post counts as chatter. */
  public boolean isChatter() {
    return Channel.CHATTER.holds(mention.subjects().get(0));
  }

  /** What is kept of the post. */
  public KeptPost kept() {
    return kept(mention);
  }

  private static KeptPost kept(Mention mention) {
    return Objects.requireNonNull(mention.kept());
  }
}
