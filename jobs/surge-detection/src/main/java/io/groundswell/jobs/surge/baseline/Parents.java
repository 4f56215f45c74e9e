package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.Volume;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Who tells whom what a season is like: a product its components and regions, and all products
 * together a product and a region over all of them.
 */
public final class Parents {
  /** All products together. */
  public static final String ALL = "";

  private Parents() {}

  /** Key of the subject's parent. */
  static String of(Subject subject) {
    String product = subject.product();
    boolean part =
        subject.component() != null || subject.region() != null || subject.term() != null;
    return product != null && part ? product : ALL;
  }

  /** The counts of products, each for itself and for all of them. */
  public static final class Counts implements FlatMapFunction<Volume, Volume> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Volume volume, Collector<Volume> out) {
      if (!Channel.COMPLAINTS.holds(volume.subject())) {
        return;
      }
      Subject subject = Subject.parse(volume.subject());
      boolean product = subject.key().equals(subject.product());
      if (product && volume.observed() > 0) {
        out.collect(volume);
        out.collect(new Volume(ALL, volume.start(), volume.observed(), volume.posts()));
      }
    }
  }
}
