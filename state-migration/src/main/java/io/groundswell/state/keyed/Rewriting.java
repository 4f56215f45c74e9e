package io.groundswell.state.keyed;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.state.api.runtime.SavepointLoader;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A savepoint that is another one with some operators' state written anew. */
public final class Rewriting {
  private final StreamExecutionEnvironment env;
  private final String savepoint;
  private final SavepointReader from;
  private final SavepointWriter to;
  private final Set<String> withOneKey = new TreeSet<>();

  /**
   * Begins.
   *
   * @param env in which it runs
   * @param savepoint in Flink's canonical format
   * @throws IOException where it cannot be read
   */
  public Rewriting(StreamExecutionEnvironment env, String savepoint) throws IOException {
    StateBackend backend = new EmbeddedRocksDBStateBackend(); // However much it is.
    this.env = env;
    this.savepoint = savepoint;
    this.from = SavepointReader.read(env, savepoint, backend);
    this.to = SavepointWriter.fromExistingSavepoint(env, savepoint, backend);
  }

  /**
   * Leaves all operators out but some.
   *
   * @throws IOException where the savepoint cannot be read
   */
  public void keepOnly(Collection<String> uids) throws IOException {
    Set<OperatorID> kept =
        uids.stream()
            .map(uid -> OperatorIdentifier.forUid(uid).getOperatorId())
            .collect(Collectors.toSet());
    for (OperatorState one : SavepointLoader.loadSavepointMetadata(savepoint).getOperatorStates()) {
      if (!kept.contains(one.getOperatorID())) {
        to.removeOperator(OperatorIdentifier.forUidHash(one.getOperatorID().toHexString()));
      }
    }
  }

  /**
   * Writes an operator anew, with the states that it names and no others.
   *
   * @throws IOException where the savepoint has no such operator
   */
  public <K> void replace(KeyedOperator<K> operator, Change change) throws IOException {
    OperatorIdentifier uid = OperatorIdentifier.forUid(operator.uid());
    TypeInformation<Entry> type = TypeInformation.of(Entry.class);
    DataStream<Entry> entries =
        from.readKeyedState(uid, new ReadEntries<>(operator, change), operator.key(), type);
    StateBootstrapTransformation<Entry> written =
        OperatorTransformation.bootstrapWith(entries)
            .setMaxParallelism(Math.max(OneKeyGroup.WRITTEN, operator.maxParallelism()))
            .keyBy(new Key<>(operator.key()), operator.key())
            .transform(new WriteEntries<>(operator));
    to.removeOperator(uid).withOperator(uid, written);
    if (operator.maxParallelism() == 1) {
      withOneKey.add(operator.uid());
    }
  }

  /**
   * Writes the savepoint.
   *
   * @param folder a new one
   */
  public void write(String folder) throws Exception {
    to.write(folder);
    env.execute("groundswell state");
    OneKeyGroup.cut(folder, withOneKey);
  }

  /** The key of an entry. */
  private static final class Key<K> implements KeySelector<Entry, K>, ResultTypeQueryable<K> {
    private static final long serialVersionUID = 1;

    private final TypeInformation<K> type;
    private final TypeSerializer<K> serializer;

    Key(TypeInformation<K> type) {
      this.type = type;
      this.serializer = type.createSerializer(new SerializerConfigImpl());
    }

    @Override
    public TypeInformation<K> getProducedType() {
      return type;
    }

    @Override
    public K getKey(Entry entry) throws IOException {
      return Bytes.read(serializer, entry.key());
    }
  }
}
