package io.groundswell.state.evolution;

import io.groundswell.state.evolution.LearnByMinute.ByMinute;
import io.groundswell.state.evolution.LearnByTenSeconds.ByTenSeconds;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.step.Step;
import io.groundswell.state.step.Steps;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The steps from the old version of {@link EvolvingJob} to the new one. */
final class Evolutions {
  /** A minute has so many of the new buckets. */
  static final int TEN_SECONDS = 6;

  private Evolutions() {}

  static Steps all() {
    return new Steps(
        List.of(
            step("0.1", "split", "'seen' gets an operator of its own", Evolutions::split),
            step("split", "fine", "partial matches are lost: a stage is new", Evolutions::fine)));
  }

  private static Edits split() {
    return new Edits()
        .move(EvolvingJob.LEARN, LearnByMinute.SEEN, EvolvingJob.KNOW_SEEN)
        .drop(EvolvingJob.OLD_PATTERN);
  }

  /** A field more, and a level that is of ten seconds where it was of a minute. */
  private static Edits fine() {
    return new Edits()
        .become(
            EvolvingJob.LEARN,
            LearnByMinute.BASELINE,
            LearnByMinute.BASELINE,
            TypeInformation.of(ByTenSeconds.class).createSerializer(new SerializerConfigImpl()),
            Evolutions::fine);
  }

  static ByTenSeconds fine(Object old) {
    ByTenSeconds known = new ByTenSeconds();
    known.level = ((ByMinute) old).level / TEN_SECONDS;
    known.spread = known.level / 2;
    return known;
  }

  private static Step step(String from, String to, String says, Supplier<Edits> edits) {
    return new Step() {
      @Override
      public String from() {
        return from;
      }

      @Override
      public String to() {
        return to;
      }

      @Override
      public List<String> says() {
        return List.of(says);
      }

      @Override
      public Edits edits(Savepoint savepoint) {
        return edits.get();
      }
    };
  }
}
