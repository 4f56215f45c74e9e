package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Positions in a savepoint: topic, partition, next offset, next tick, last time. */
final class ClockedSplitSerializer implements SimpleVersionedSerializer<ClockedSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ClockedSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(split.topic());
    out.writeInt(split.partition());
    out.writeLong(split.next());
    out.writeLong(split.nextTick());
    out.writeLong(split.lastTime());
    return out.getCopyOfBuffer();
  }

  @Override
  public ClockedSplit deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException("positions of version " + version + "; known is " + VERSION);
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new ClockedSplit(
        in.readUTF(), in.readInt(), in.readLong(), in.readLong(), in.readLong());
  }
}
