package io.groundswell.state.saved;

import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.surge.PackedWatch;
import io.groundswell.domain.surge.Watch;
import io.groundswell.jobs.surge.Uids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint knows of one subject.
 *
 * @param watch what is normal for it, and its last bucket; null where it was never scored
 * @param incidents those that it has opened and that are remembered, the newest first
 */
public record SubjectState(@Nullable Watch watch, List<Incident> incidents) {
  /**
   * Looks for a subject.
   *
   * @param subject its key, such as {@code firefox@IT}
   * @throws UnfitSavepoint where its format is not canonical
   */
  public static SubjectState of(Savepoint savepoint, String subject)
      throws IOException, UnfitSavepoint {
    Search search = new Search(subject);
    for (OperatorState operator : savepoint.operators()) {
      String uid = Savepoint.uid(operator);
      if (uid.equals(Uids.SCORE_BUCKETS) || uid.equals(Uids.RAISE_INCIDENTS)) {
        for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
          try (KeyedStates states = new KeyedStates(handle, operator.getMaxParallelism())) {
            search.through(states);
          }
        }
      }
    }
    search.incidents.sort(Comparator.comparingLong((Incident one) -> one.onset).reversed());
    return new SubjectState(search.watch, search.incidents);
  }

  /** Goes through the operators that know subjects. */
  private static final class Search {
    private final String subject;
    private final List<Incident> incidents = new ArrayList<>();
    private @Nullable Watch watch;

    Search(String subject) {
      this.subject = subject;
    }

    void through(KeyedStates file) throws IOException {
      for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
        see(file, entry);
      }
    }

    private void see(KeyedStates file, KeyedEntry entry) throws IOException {
      switch (file.states().get(entry.state()).getName()) {
        case Uids.PACKED_WATCH -> {
          if (subject.equals(file.about(entry).key())) {
            watch = PackedWatch.unpack((byte[]) value(file.values(entry.state()), entry, 0));
          }
        }
        case Uids.WATCH -> {
          if (subject.equals(file.about(entry).key())) {
            watch = (Watch) value(file.values(entry.state()), entry, 0);
          }
        }
        case Uids.INCIDENTS -> {
          // A map's value stands behind a mark that says whether it is null.
          TypeSerializer<?> ofMap =
              ((MapSerializer<?, ?>) file.values(entry.state())).getValueSerializer();
          Incident incident = (Incident) value(ofMap, entry, 1);
          if (incident.subject.equals(subject)) {
            incidents.add(incident);
          }
        }
        default -> {
          // Other states know it by other keys.
        }
      }
    }

    private static Object value(TypeSerializer<?> serializer, KeyedEntry entry, int from)
        throws IOException {
      byte[] value = entry.value();
      return serializer.deserialize(new DataInputDeserializer(value, from, value.length - from));
    }
  }
}
