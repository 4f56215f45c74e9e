package io.groundswell.jobs.benchmark.feed;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The posts of the throughput table, always the same: 20 % name a product, 5 % are complaints, 2 %
 * are copies of a post shortly before, exactly so in every {@link Kind#BLOCK}. Now and then a
 * product fails in one country, so that surges and incidents have their part in the work.
 */
public final class Feed {
  /** Event time of the first post: a Monday morning. */
  public static final long START = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();

  /** A product fails for one minute in six, and then has a third of the complaints. */
  private static final long FAILS_EVERY = 360_000;

  private static final long FAILS_FOR = 60_000;
  private static final int REMEMBERED = 20;

  private final Random random = new Random(417);
  private final Posts posts = new Posts(2_026);
  private final Map<Kind, Deque<Item>> recent = new EnumMap<>(Kind.class);
  private final Deque<Draft> block = new ArrayDeque<>();
  private final long count;
  private final long span;
  private long given;

  /**
   * A feed.
   *
   * @param count how many posts
   * @param span the event time that they take, milliseconds
   */
  public Feed(long count, long span) {
    this.count = count;
    this.span = span;
    for (Kind kind : Kind.values()) {
      recent.put(kind, new ArrayDeque<>());
    }
  }

  /**
   * A post.
   *
   * @param at when the feed gives it, epoch milliseconds
   * @param json the record
   * @param copy it was given before
   */
  public record Item(long at, Kind kind, String json, boolean copy) {}

  private record Draft(Kind kind, boolean copy) {}

  /** Whether there is another post. */
  public boolean hasNext() {
    return given < count;
  }

  /** The next post; times never step back. */
  public Item next() {
    if (block.isEmpty()) {
      block.addAll(shuffledBlock());
    }
    Draft draft = block.remove();
    while (draft.copy && recent.get(draft.kind).isEmpty()) {
      block.addLast(draft); // The first of all cannot be a copy.
      draft = block.remove();
    }
    long at = START + span * given++ / count;
    Deque<Item> known = recent.get(draft.kind);
    if (draft.copy) {
      return new Item(at, draft.kind, known.getFirst().json, true);
    }
    Item item = new Item(at, draft.kind, original(draft.kind, at), false);
    known.addLast(item);
    if (known.size() > REMEMBERED) {
      known.removeFirst();
    }
    return item;
  }

  private String original(Kind kind, long at) {
    long since = at - START;
    boolean failing = since % FAILS_EVERY >= FAILS_EVERY - FAILS_FOR;
    if (kind == Kind.COMPLAINT && failing && random.nextInt(3) == 0) {
      int product = (int) (since / FAILS_EVERY % Invented.PRODUCTS.size());
      return posts.about(kind, product, Invented.COUNTRIES.get(0), at);
    }
    return posts.any(kind, at);
  }

  private List<Draft> shuffledBlock() {
    List<Draft> drafts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.perBlock(); i++) {
        drafts.add(new Draft(kind, i < kind.copiesPerBlock()));
      }
    }
    Collections.shuffle(drafts, random);
    return drafts;
  }
}
