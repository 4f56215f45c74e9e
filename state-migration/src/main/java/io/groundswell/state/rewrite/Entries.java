package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/** Entries of an operator's keyed states, by key group and state. */
interface Entries {
  /** The states, by the numbers that entries name. */
  List<StateMetaInfoSnapshot> shapes();

  /** What the operator's keys are written with. */
  TypeSerializer<Object> keys();

  /** Whether key groups are compressed. */
  boolean compressed();

  /** The entry that follows; null after the last. */
  @Nullable KeyedEntry next() throws IOException;
}
