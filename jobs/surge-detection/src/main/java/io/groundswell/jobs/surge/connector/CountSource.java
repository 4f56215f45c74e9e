package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.volume.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Given counts as a stream of volumes in the order of time. */
public final class CountSource {
  /** Subject of the mark that ends the counts: no key of a file is longer than a record. */
  private static final String END = "\0end";

  private CountSource() {}

  /**
   * Adds the source to a job.
   *
   * @param path a file that {@link Counts} reads
   * @param width width of a bucket, milliseconds
   * @param uid the operator's identity in state
   */
  public static DataStream<Volume> add(
      StreamExecutionEnvironment env, String path, long width, String uid) {
    WatermarkStrategy<Volume> buckets =
        InOrder.<Volume>buckets(width, CountSource::isEnd)
            .withTimestampAssigner((volume, before) -> volume.start());
    return env.fromSource(
            new OrderedSource<>(new Given(path, width)),
            buckets,
            "Read counts",
            TypeInformation.of(Volume.class))
        .uid(uid)
        .setParallelism(1)
        .filter(volume -> !isEnd(volume))
        .uid(uid + "-without-end")
        .name("Drop the end mark")
        .setParallelism(1);
  }

  private static boolean isEnd(Volume volume) {
    return END.equals(volume.subject());
  }

  private record Given(String path, long width) implements Ordered<Volume> {
    @Override
    public Iterator<Volume> open() {
      try {
        Counts counts = Counts.read(path, width);
        Volume end = Volume.none(END, counts.last() + width - 1);
        return Stream.concat(counts.volumes().stream(), Stream.of(end)).iterator();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
