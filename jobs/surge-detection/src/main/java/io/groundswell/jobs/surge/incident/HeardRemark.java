package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.report.Remark;
import io.groundswell.domain.ruling.Ruling;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What incidents are described by beside their figures: one of the two.
 *
 * @param remark what is told of them, or null
 * @param ruling what is to be decided by from a moment on, or null
 */
public record HeardRemark(@Nullable Remark remark, @Nullable Ruling ruling) {
  /** What is told of incidents. */
  public static HeardRemark of(Remark remark) {
    return new HeardRemark(remark, null);
  }

  /** Something is decided otherwise from now on. */
  public static HeardRemark of(Ruling ruling) {
    return new HeardRemark(null, ruling);
  }

  /** Both, as one stream. */
  public static DataStream<HeardRemark> of(DataStream<Remark> remarks, DataStream<Ruling> rulings) {
    return remarks
        .map((Remark remark) -> of(remark))
        .returns(TypeInformation.of(HeardRemark.class))
        .uid("hear-remarks")
        .name("Hear remarks")
        .union(
            rulings
                .map((Ruling ruling) -> of(ruling))
                .returns(TypeInformation.of(HeardRemark.class))
                .uid("hear-rulings")
                .name("Hear rulings")
                .setParallelism(1));
  }
}
