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
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
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
            states.read(search.in(states));
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

    KeyedStates.Visitor in(KeyedStates file) {
      return new KeyedStates.Visitor() {
        private List<StateMetaInfoSnapshot> states = List.of();

        @Override
        public void states(List<StateMetaInfoSnapshot> following) {
          states = following;
        }

        @Override
        public void entry(int state, byte[] composite, byte[] value) throws IOException {
          see(file, states.get(state), composite, value);
        }
      };
    }

    private void see(KeyedStates file, StateMetaInfoSnapshot state, byte[] composite, byte[] value)
        throws IOException {
      switch (state.getName()) {
        case Uids.PACKED_WATCH -> {
          if (subject.equals(file.keys().deserialize(file.behindGroup(composite)))) {
            watch = PackedWatch.unpack((byte[]) values(state).deserialize(in(value, 0)));
          }
        }
        case Uids.WATCH -> {
          if (subject.equals(file.keys().deserialize(file.behindGroup(composite)))) {
            watch = (Watch) values(state).deserialize(in(value, 0));
          }
        }
        case Uids.INCIDENTS -> {
          // A map's value stands behind a mark that says whether it is null.
          TypeSerializer<?> ofMap = ((MapSerializer<?, ?>) values(state)).getValueSerializer();
          Incident incident = (Incident) ofMap.deserialize(in(value, 1));
          if (incident.subject.equals(subject)) {
            incidents.add(incident);
          }
        }
        default -> {
          // Other states know it by other keys.
        }
      }
    }

    private static TypeSerializer<?> values(StateMetaInfoSnapshot state) {
      return state
          .getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER)
          .restoreSerializer();
    }

    private static DataInputDeserializer in(byte[] value, int from) {
      return new DataInputDeserializer(value, from, value.length - from);
    }
  }
}
