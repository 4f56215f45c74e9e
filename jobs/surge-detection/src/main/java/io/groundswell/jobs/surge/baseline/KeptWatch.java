package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.surge.PackedWatch;
import io.groundswell.domain.surge.Watch;
import io.groundswell.jobs.surge.Uids;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * The watch of the current subject in state: packed, on every backend, so that all of them give the
 * same. What version 0.1 kept as an object is packed when its subject is next scored.
 */
final class KeptWatch {
  private final ValueState<byte[]> packed;
  private final ValueState<Watch> unpacked;
  private boolean readUnpacked;

  KeptWatch(RuntimeContext context) {
    packed =
        context.getState(
            new ValueStateDescriptor<>(
                Uids.PACKED_WATCH, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    unpacked =
        context.getState(new ValueStateDescriptor<>(Uids.WATCH, TypeInformation.of(Watch.class)));
  }

  /** The watch, or null where the subject is not watched yet. */
  @Nullable Watch value() throws IOException {
    byte[] bytes = packed.value();
    readUnpacked = bytes == null;
    return readUnpacked ? unpacked.value() : PackedWatch.unpack(bytes);
  }

  /** Forgets the subject. */
  void clear() {
    packed.clear();
    unpacked.clear();
  }

  /** Keeps the watch that {@link #value} gave, or the first one of its subject. */
  void update(Watch watch) throws IOException {
    packed.update(PackedWatch.pack(watch));
    if (readUnpacked) {
      unpacked.clear();
    }
  }
}
