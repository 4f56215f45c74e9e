package io.groundswell.cep;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The sequences over the buckets of several subjects. As with those of one, stage names and shapes
 * are part of a savepoint, and a changed shape gets a new version.
 */
public final class AcrossPatterns {
  static final String CASCADE = "pattern-cascade-v1";
  static final String SPREAD = "pattern-spread-v1";

  /** Operators' identities in a savepoint, of every pattern across subjects. */
  public static final List<String> UIDS = List.of(CASCADE, SPREAD);

  private static final Duration SPREAD_WITHIN = Duration.ofMinutes(15);
  private static final Duration CASCADE_WITHIN = Duration.ofMinutes(30);

  private AcrossPatterns() {}

  /**
   * Adds the patterns that the rules switch on.
   *
   * @param buckets those that patterns have to see, of all subjects
   * @return the matches; empty where neither is on
   */
  public static Optional<DataStream<SurgeMatch>> add(
      DataStream<ScoredBucket> buckets, AcrossRules rules, Catalogue catalogue) {
    List<DataStream<SurgeMatch>> found = new ArrayList<>();
    if (Double.isFinite(rules.cascadeFrom())) {
      found.add(cascade(buckets, rules.cascadeFrom(), catalogue.products()));
    }
    if (Double.isFinite(rules.spreadFrom())) {
      found.add(spread(buckets, rules.spreadFrom(), new Regions(catalogue.regions())));
    }
    return found.stream().reduce((one, other) -> one.union(other));
  }

  private static DataStream<SurgeMatch> spread(
      DataStream<ScoredBucket> buckets, double least, Regions regions) {
    return CEP.pattern(
            buckets
                .filter(bucket -> isRegionOfProduct(bucket) && joins(bucket, least))
                .uid("regions-that-rise")
                .name("Regions that rise")
                .keyBy(AcrossPatterns::product),
            spreadStages(regions),
            (one, other) -> one.subject().compareTo(other.subject()))
        .inEventTime()
        .process(
            new ReportAcross<>(PatternId.SPREAD, bucket -> bucket),
            TypeInformation.of(SurgeMatch.class))
        .uid(SPREAD)
        .name("Pattern spread");
  }

  static Pattern<ScoredBucket, ?> spreadStages(Regions regions) {
    return Pattern.<ScoredBucket>begin("first", AfterMatchSkipStrategy.skipPastLastEvent())
        .followedByAny("second")
        .where(new AnotherRegion(regions, List.of("first")))
        .followedByAny("third")
        .where(new AnotherRegion(regions, List.of("first", "second")))
        .within(SPREAD_WITHIN);
  }

  private static DataStream<SurgeMatch> cascade(
      DataStream<ScoredBucket> buckets, double least, List<Product> products) {
    return CEP.pattern(
            buckets
                .flatMap(links(products, least))
                .returns(TypeInformation.of(Link.class))
                .uid("products-that-depend")
                .name("Products that depend")
                .keyBy(Link::pair),
            cascadeStages(),
            (one, other) ->
                Boolean.compare(one.isOf(one.downstream()), other.isOf(other.downstream())))
        .inEventTime()
        .process(
            new ReportAcross<>(PatternId.CASCADE, Link::bucket),
            TypeInformation.of(SurgeMatch.class))
        .uid(CASCADE)
        .name("Pattern cascade");
  }

  static Pattern<Link, ?> cascadeStages() {
    return Pattern.<Link>begin("upstream", AfterMatchSkipStrategy.skipPastLastEvent())
        .where(SimpleCondition.of(link -> link.isOf(link.upstream())))
        .followedBy("downstream")
        .where(SimpleCondition.of(link -> link.isOf(link.downstream())))
        .within(CASCADE_WITHIN);
  }

  /** A bucket for each pair in which its product is one of the two. */
  private static FlatMapFunction<ScoredBucket, Link> links(List<Product> products, double least) {
    return (bucket, out) -> {
      if (!joins(bucket, least)) {
        return;
      }
      for (Product product : products) {
        for (String upstream : product.dependsOn()) {
          Link link = new Link(upstream, product.id(), bucket);
          if (link.isOf(upstream) || link.isOf(product.id())) {
            out.collect(link);
          }
        }
      }
    };
  }

  /** Enough to count together with others, and not enough alone. */
  private static boolean joins(ScoredBucket bucket, double least) {
    return bucket.observed() > 0
        && bucket.evidence() >= least
        && bucket.level() != Level.EXTREME
        && bucket.turn() == Turn.NONE;
  }

  private static boolean isRegionOfProduct(ScoredBucket bucket) {
    if (!Channel.COMPLAINTS.holds(bucket.subject())) {
      return false;
    }
    Subject subject = Subject.parse(bucket.subject());
    return subject.product() != null
        && !Subject.UNMATCHED.equals(subject.product())
        && subject.region() != null;
  }

  private static String product(ScoredBucket bucket) {
    String product = Subject.parse(bucket.subject()).product();
    return product == null ? "" : product;
  }

  /** A region that has nothing in common with those of earlier stages. */
  private static final class AnotherRegion extends IterativeCondition<ScoredBucket> {
    private static final long serialVersionUID = 1;

    private final Regions regions;
    private final List<String> earlier;

    AnotherRegion(Regions regions, List<String> earlier) {
      this.regions = regions;
      this.earlier = earlier;
    }

    @Override
    public boolean filter(ScoredBucket bucket, Context<ScoredBucket> context) throws Exception {
      for (String stage : earlier) {
        for (ScoredBucket other : context.getEventsForPattern(stage)) {
          if (!regions.apart(region(bucket), region(other))) {
            return false;
          }
        }
      }
      return true;
    }

    private static String region(ScoredBucket bucket) {
      String region = Subject.parse(bucket.subject()).region();
      return region == null ? "" : region;
    }
  }
}
