package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.briefing.Surroundings;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Scene.Dark;
import io.groundswell.domain.change.Suspects;
import io.groundswell.domain.change.Tempo;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.jobs.surge.Uids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What was changed lately, and how often products are changed. */
final class ChangeLog {
  /** However long an incident lasts, older changes are forgotten. */
  private static final long LONGEST = 7 * Suspects.LOOKS_BACK;

  static final MapStateDescriptor<String, Change> CHANGES =
      new MapStateDescriptor<>(Uids.RECENT_CHANGES, Types.STRING, TypeInformation.of(Change.class));
  static final MapStateDescriptor<String, Tempo> TEMPOS =
      new MapStateDescriptor<>(Uids.TEMPOS, Types.STRING, TypeInformation.of(Tempo.class));
  static final ValueStateDescriptor<Long> SINCE =
      new ValueStateDescriptor<>(Uids.CHANGES_SINCE, Types.LONG);

  private final MapState<String, Change> changes;
  private final MapState<String, Tempo> tempos;
  private final ValueState<Long> since;

  ChangeLog(RuntimeContext context) {
    changes = context.getMapState(CHANGES);
    tempos = context.getMapState(TEMPOS);
    since = context.getState(SINCE);
  }

  /**
   * Takes in what was changed in a bucket, in the order of time.
   *
   * @param stories that look back to changes
   */
  void add(List<Change> made, Collection<Story> stories, long end) throws Exception {
    if (made.isEmpty()) {
      return;
    }
    if (since.value() == null) {
      since.update(made.get(0).at());
    }
    long needed = needed(stories, end);
    List<String> old = new ArrayList<>();
    for (Map.Entry<String, Change> known : changes.entries()) {
      if (known.getValue().at() < needed) {
        old.add(known.getKey());
      }
    }
    for (String key : old) {
      changes.remove(key);
    }
    for (Change change : made) {
      changes.put(change.product() + ' ' + change.id(), change);
      Tempo tempo = tempos.get(change.product());
      tempo = tempo == null ? new Tempo() : tempo;
      tempo.add(change);
      tempos.put(change.product(), tempo);
    }
  }

  /** From when on changes may still be told of. */
  private static long needed(Collection<Story> stories, long end) {
    long first =
        stories.stream()
            .filter(story -> !story.isOver())
            .mapToLong(story -> story.told().onsetAt())
            .min()
            .orElse(end);
    return Math.max(
        end - LONGEST, Math.min(first, end - Suspects.LOOKS_BACK) - Suspects.LOOKS_BACK);
  }

  /** What went on besides posts, as far as it is known; {@code stories} tell who was blind. */
  Surroundings around(Collection<Story> stories, long end) throws Exception {
    List<Change> known = new ArrayList<>();
    changes.values().forEach(known::add);
    if (known.isEmpty()) {
      return Surroundings.NONE;
    }
    Map<String, Tempo> paces = new TreeMap<>();
    for (Map.Entry<String, Tempo> entry : tempos.entries()) {
      paces.put(entry.getKey(), entry.getValue());
    }
    Long began = since.value();
    return new Surroundings(known, paces, began == null ? end : began, dark(stories, end));
  }

  private static List<Dark> dark(Collection<Story> stories, long end) {
    List<Dark> dark = new ArrayList<>();
    for (Story story : stories) {
      IncidentUpdate update = story.told();
      if (update.kind() == IncidentKind.BLIND) {
        dark.add(new Dark(update.onsetAt(), story.isOver() ? update.updatedAt() : end));
      }
    }
    return dark;
  }
}
