package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.briefing.Habits;
import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.report.Reports;
import io.groundswell.jobs.surge.Uids;
import java.util.Collection;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What is usual of each product: which share of its complaints each place and part has. */
final class KeptHabits {
  static final MapStateDescriptor<String, Habits> DESCRIPTOR =
      new MapStateDescriptor<>(Uids.HABITS, Types.STRING, TypeInformation.of(Habits.class));

  private final MapState<String, Habits> habits;

  KeptHabits(RuntimeContext context) {
    habits = context.getMapState(DESCRIPTOR);
  }

  /** What is usual is learnt while nothing happens. */
  void learn(Collection<Story> known, Reports reports) throws Exception {
    if (known.stream().noneMatch(story -> story.isOf(reports.product()))) {
      Habits usual = of(reports.product());
      usual.learn(reports);
      habits.put(reports.product(), usual);
    }
  }

  /** Of a product; nothing where it is not known. */
  Habits of(String product) throws Exception {
    Habits known = habits.get(product);
    return known == null ? new Habits() : known;
  }
}
