package io.groundswell.state.bootstrap;

import io.groundswell.domain.change.Change;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.CatalogueScoring;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Scoring;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.Sighting;
import io.groundswell.jobs.surge.connector.Counts;
import io.groundswell.jobs.surge.connector.InOrder;
import io.groundswell.jobs.surge.connector.Ordered;
import io.groundswell.jobs.surge.connector.OrderedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Counts of the past, which scoring reads and all that belongs to it: they know no authors, feeds
 * or words.
 *
 * @param rules what the live job decides by
 * @param withChanges whether it reads change events
 * @param file counts of the live job's subjects, as {@link Counts} reads them
 */
public record PastVolumes(Rules rules, boolean withChanges, String file) implements Past {
  /** Subject of the mark that ends the counts: no key of a file is longer than a record. */
  private static final String END = "\0end";

  @Override
  public void add(StreamExecutionEnvironment env) {
    DataStream<Volume> volumes = read(env);
    DataStream<Sighting> sightings =
        volumes
            .flatMap(new Sightings())
            .returns(TypeInformation.of(Sighting.class))
            .uid("past-sightings")
            .name("Past sightings")
            .setParallelism(1);
    Scoring scoring =
        new CatalogueScoring(rules, withChanges)
            .add(
                volumes,
                sightings,
                none(volumes, Volume.class, "no-terms"),
                none(volumes, Notice.class, "no-notices"),
                none(volumes, Change.class, "no-changes"),
                none(volumes, Ruling.class, "no-rulings"));
    scoring
        .matches()
        .flatMap(new Surges())
        .returns(Types.VOID)
        .uid("past-surges")
        .name("Past surges")
        .setParallelism(1);
  }

  private DataStream<Volume> read(StreamExecutionEnvironment env) {
    long width = rules.policy().bucket().toMillis();
    return env.fromSource(
            OrderedSource.thatStays(new Given(file, width)),
            InOrder.<Volume>buckets(width, PastVolumes::isEnd)
                .withTimestampAssigner(
                    (volume, before) -> Buckets.lastMoment(volume.start(), width)),
            "Read counts",
            TypeInformation.of(Volume.class))
        .uid(Uids.READ_POSTS)
        .setParallelism(1)
        .process(new UpToEnd<>(PastVolumes::isEnd), TypeInformation.of(Volume.class))
        .uid("past-volumes")
        .name("Past volumes")
        .setParallelism(1);
  }

  private static boolean isEnd(Volume volume) {
    return END.equals(volume.subject());
  }

  private static <T> DataStream<T> none(DataStream<Volume> volumes, Class<T> type, String uid) {
    return volumes
        .flatMap((Volume volume, Collector<T> out) -> {})
        .returns(TypeInformation.of(type))
        .uid(uid)
        .name("None")
        .setParallelism(1);
  }

  private record Given(String path, long width) implements Ordered<Volume> {
    @Override
    public Iterator<Volume> open() {
      try {
        Counts counts = Counts.read(path, width);
        return Stream.concat(counts.volumes().stream(), Stream.of(Volume.none(END, counts.last())))
            .iterator();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Each subject once a day. */
  private static final class Sightings implements FlatMapFunction<Volume, Sighting> {
    private static final long serialVersionUID = 1;

    private final Map<String, Integer> seenOn = new HashMap<>();

    @Override
    public void flatMap(Volume volume, Collector<Sighting> out) {
      int day = Buckets.day(volume.start());
      Integer before = seenOn.put(volume.subject(), day);
      if (before == null || before != day) {
        out.collect(new Sighting(volume.subject(), day));
      }
    }
  }

  /** Which subjects surge. */
  private static final class Surges extends UnderWay<SurgeMatch> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(SurgeMatch match, Collector<Void> out) {
      ScoredBucket bucket = match.last();
      if (bucket.turn() == Turn.OPENS || bucket.turn() == Turn.REOPENS) {
        begins(bucket.subject());
      } else if (bucket.turn() == Turn.RESOLVES) {
        ends(bucket.subject());
      }
    }
  }
}
