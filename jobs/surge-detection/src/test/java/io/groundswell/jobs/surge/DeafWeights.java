package io.groundswell.jobs.surge;

import io.groundswell.domain.triage.TextFeatures;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Weights to which nothing is a complaint. */
public final class DeafWeights {
  private static final int MAGIC = 0x47735431;

  private DeafWeights() {}

  /** Their file. */
  public static byte[] file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(bytes))) {
      data.writeInt(MAGIC);
      data.writeDouble(1); // unit
      data.writeDouble(-100); // bias
      data.writeDouble(1); // slope
      data.writeDouble(0); // offset
      data.write(new byte[1 << TextFeatures.BITS]);
    }
    return bytes.toByteArray();
  }
}
