package io.groundswell.cep;

import io.groundswell.cep.language.BuiltIn;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.pattern.Pattern;
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
      found.add(cascade(buckets, rules, catalogue.products()));
    }
    if (Double.isFinite(rules.spreadFrom())) {
      found.add(spread(buckets, rules, new Regions(catalogue.regions())));
    }
    return found.stream().reduce((one, other) -> one.union(other));
  }

  private static DataStream<SurgeMatch> spread(
      DataStream<ScoredBucket> buckets, AcrossRules rules, Regions regions) {
    double least = rules.spreadFrom();
    return CEP.pattern(
            buckets
                .filter(
                    bucket -> Signals.isRegionOfProduct(bucket.subject()) && joins(bucket, least))
                .uid("regions-that-rise")
                .name("Regions that rise")
                .keyBy(bucket -> Signals.product(bucket.subject())),
            spreadStages(rules, regions),
            (one, other) -> one.subject().compareTo(other.subject()))
        .inEventTime()
        .process(
            new ReportAcross<>(PatternId.SPREAD, bucket -> bucket),
            TypeInformation.of(SurgeMatch.class))
        .uid(SPREAD)
        .name("Pattern spread");
  }

  static Pattern<ScoredBucket, ?> spreadStages(AcrossRules rules, Regions regions) {
    return new PatternCompiler<ScoredBucket>(
            regions, bucket -> new Signal(Over.REGIONS, Signals.product(bucket.subject()), bucket))
        .compile(BuiltIn.rule(PatternId.SPREAD, rules));
  }

  private static DataStream<SurgeMatch> cascade(
      DataStream<ScoredBucket> buckets, AcrossRules rules, List<Product> products) {
    return CEP.pattern(
            buckets
                .flatMap(links(products, rules.cascadeFrom()))
                .returns(TypeInformation.of(Link.class))
                .uid("products-that-depend")
                .name("Products that depend")
                .keyBy(Link::pair),
            cascadeStages(rules),
            (one, other) ->
                Boolean.compare(one.isOf(one.downstream()), other.isOf(other.downstream())))
        .inEventTime()
        .process(
            new ReportAcross<>(PatternId.CASCADE, Link::bucket),
            TypeInformation.of(SurgeMatch.class))
        .uid(CASCADE)
        .name("Pattern cascade");
  }

  static Pattern<Link, ?> cascadeStages(AcrossRules rules) {
    return new PatternCompiler<Link>(
            new Regions(List.of()),
            link -> Signal.of(link.upstream(), link.downstream(), link.bucket()))
        .compile(BuiltIn.rule(PatternId.CASCADE, rules));
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

  /** The pattern says so as well: here it keeps calm buckets from travelling. */
  private static boolean joins(ScoredBucket bucket, double least) {
    return bucket.observed() > 0
        && bucket.evidence() >= least
        && bucket.level() != Level.EXTREME
        && bucket.turn() == Turn.NONE;
  }
}
