package io.groundswell.jobs.surge.connector.saved;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.AbstractChannelStateHandle;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.changelog.ChangelogStateBackendHandle;

/**
 * All that metadata name.
 *
 * @param streams files, and bytes that are in the metadata themselves
 * @param databases RocksDB's, each of many such
 */
record Handles(List<StreamStateHandle> streams, List<IncrementalRemoteKeyedStateHandle> databases) {

  static Handles of(CheckpointMetadata metadata) {
    Handles handles = new Handles(new ArrayList<>(), new ArrayList<>());
    for (OperatorState operator : metadata.getOperatorStates()) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        handles.addAll(subtask);
      }
    }
    return handles;
  }

  private void addAll(OperatorSubtaskState subtask) {
    subtask.getManagedOperatorState().forEach(this::add);
    subtask.getRawOperatorState().forEach(this::add);
    subtask.getManagedKeyedState().forEach(this::add);
    subtask.getRawKeyedState().forEach(this::add);
    subtask.getInputChannelState().forEach(this::add);
    subtask.getResultSubpartitionState().forEach(this::add);
  }

  private void add(StateObject state) {
    if (state instanceof IncrementalRemoteKeyedStateHandle database) {
      databases.add(database);
      streams.add(database.getMetaDataStateHandle());
      database.getSharedState().forEach(file -> streams.add(file.getHandle()));
      database.getPrivateState().forEach(file -> streams.add(file.getHandle()));
    } else if (state instanceof AbstractChannelStateHandle<?> channel) {
      streams.add(channel.getDelegate());
    } else if (state instanceof ChangelogStateBackendHandle changes) {
      changes.getMaterializedStateHandles().forEach(this::add);
    } else if (state instanceof StreamStateHandle stream) {
      streams.add(stream);
    }
  }
}
