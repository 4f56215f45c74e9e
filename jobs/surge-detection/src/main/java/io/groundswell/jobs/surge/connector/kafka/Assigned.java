package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Which partitions readers have already.
 *
 * @param partitions their names, as in {@link ClockedSplit#name()}; empty for a job that begins
 */
record Assigned(Set<String> partitions) {
  static final Assigned NONE = new Assigned(Set.of());

  /** How savepoints hold it. */
  static final class Serializer implements SimpleVersionedSerializer<Assigned> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(Assigned assigned) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(64);
      out.writeInt(assigned.partitions.size());
      for (String partition : assigned.partitions) {
        out.writeUTF(partition);
      }
      return out.getCopyOfBuffer();
    }

    @Override
    public Assigned deserialize(int version, byte[] bytes) throws IOException {
      if (version != VERSION) {
        throw new IOException("partitions of version " + version + "; known is " + VERSION);
      }
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      Set<String> partitions = new TreeSet<>();
      for (int left = in.readInt(); left > 0; left--) {
        partitions.add(in.readUTF());
      }
      return new Assigned(partitions);
    }
  }
}
