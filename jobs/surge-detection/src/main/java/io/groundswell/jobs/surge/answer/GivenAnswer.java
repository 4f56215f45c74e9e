package io.groundswell.jobs.surge.answer;

import io.groundswell.domain.ruling.Ruling;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What decides how people stand to incidents: one of the two.
 *
 * @param answer a verdict or a mute, or null
 * @param ruling what is to be decided by from a moment on, or null
 */
public record GivenAnswer(@Nullable SentAnswer answer, @Nullable Ruling ruling) {
  /** A verdict or a mute. */
  public static GivenAnswer of(SentAnswer answer) {
    return new GivenAnswer(answer, null);
  }

  /** Something is decided otherwise from now on. */
  public static GivenAnswer of(Ruling ruling) {
    return new GivenAnswer(null, ruling);
  }

  /** Both, as one stream. */
  public static DataStream<GivenAnswer> of(
      DataStream<SentAnswer> answers, DataStream<Ruling> rulings) {
    return answers
        .map((SentAnswer answer) -> of(answer))
        .returns(TypeInformation.of(GivenAnswer.class))
        .uid("give-answers")
        .name("Give answers")
        .union(
            rulings
                .map((Ruling ruling) -> of(ruling))
                .returns(TypeInformation.of(GivenAnswer.class))
                .uid("give-rulings")
                .name("Give rulings")
                .setParallelism(1));
  }
}
