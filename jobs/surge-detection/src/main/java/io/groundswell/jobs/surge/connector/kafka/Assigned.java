package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.RawRecord;
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
 * @param closed the last moment whose bucket had closed when the job began, epoch milliseconds;
 *     {@link RawRecord#NO_TIME} for one that knew nothing
 */
record Assigned(Set<String> partitions, long closed) {
  static final Assigned NONE = new Assigned(Set.of(), RawRecord.NO_TIME);

  /** How savepoints hold it: the moment only where there is one, behind what was there before. */
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
      if (assigned.closed != RawRecord.NO_TIME) {
        out.writeLong(assigned.closed);
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
      return new Assigned(partitions, in.available() > 0 ? in.readLong() : RawRecord.NO_TIME);
    }
  }
}
