package io.groundswell.cep;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random walks of scored buckets of several subjects, some of which go through surges. */
public final class Walks {
  public static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Product(
                  "acme",
                  "acme",
                  List.of("acme"),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  null,
                  Importance.NORMAL,
                  null,
                  List.of("accounts"),
                  List.of()),
              Product.of("accounts", "account")),
          List.of(new Region("emea", "EMEA", List.of("DE", "FR"), List.of())));

  private static final double THRESHOLD = 14;
  private static final List<String> SUBJECTS =
      List.of(
          "acme",
          "accounts",
          "acme/sync",
          "acme@DE",
          "acme@US",
          "acme@US-CA",
          "acme@emea",
          "acme@BR",
          "?");

  private final SplittableRandom random;
  private final String subject;
  private final List<ScoredBucket> walk = new ArrayList<>();
  private double evidence = 8;
  private boolean open;
  private boolean before;

  private Walks(SplittableRandom random, String subject) {
    this.random = random;
    this.subject = subject;
  }

  /** Buckets of all subjects in time; some minutes of each are missing. */
  public static List<ScoredBucket> of(long seed, int minutes) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Walks> walks = SUBJECTS.stream().map(key -> new Walks(random.split(), key)).toList();
    List<ScoredBucket> all = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      for (Walks walk : walks) {
        walk.step(minute);
      }
    }
    walks.forEach(walk -> all.addAll(walk.walk));
    all.sort((one, other) -> Long.compare(one.start(), other.start()));
    return all;
  }

  private void step(int minute) {
    evidence = Math.max(0, Math.min(20, evidence + (random.nextDouble() - .5) * 9));
    int observed = random.nextInt(6) == 0 ? 0 : random.nextInt(9);
    double expected = random.nextInt(8) == 0 ? 0 : random.nextInt(1, 20) / 10.;
    Level level = Level.of(observed, evidence, THRESHOLD);
    Turn turn = turn(level);
    if (turn == Turn.NONE && random.nextInt(6) == 0) {
      return;
    }
    walk.add(bucket(subject, minute, observed, expected, evidence, level, turn));
  }

  private Turn turn(Level level) {
    if (!open && level == Level.EXTREME && random.nextBoolean()) {
      open = true;
      return before && random.nextBoolean() ? Turn.REOPENS : Turn.OPENS;
    }
    if (open && level == Level.CALM && random.nextInt(5) == 0) {
      open = false;
      before = true;
      return Turn.RESOLVES;
    }
    return open && random.nextInt(9) == 0 ? Turn.ESCALATES : Turn.NONE;
  }

  /** A bucket of a minute. */
  public static ScoredBucket bucket(
      String subject,
      int minute,
      int observed,
      double expected,
      double evidence,
      Level level,
      Turn turn) {
    return new ScoredBucket(
        subject,
        minute * Told.MINUTE,
        (minute + 1) * Told.MINUTE,
        observed,
        observed + observed / 2,
        expected,
        evidence,
        THRESHOLD,
        168,
        level,
        turn,
        SurgeSize.NONE);
  }
}
