package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.delivery.Kept;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What the job keeps of an incident, in its savepoints: eight bytes of time, then the JSON in
 * UTF-8.
 */
public final class KeptSerializer implements SimpleVersionedSerializer<Kept> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Kept kept) {
    byte[] json = kept.json().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length)
        .putLong(kept.arrivedAt())
        .put(json)
        .array();
  }

  @Override
  public Kept deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION || bytes.length < Long.BYTES) {
      throw new IOException(
          "a kept notice of version " + version + ", which this release cannot read");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long arrivedAt = buffer.getLong();
    return new Kept(StandardCharsets.UTF_8.decode(buffer).toString(), arrivedAt);
  }
}
