package io.groundswell.domain.triage;

import io.groundswell.domain.post.Hash64;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The weights of a linear model, one byte each, and what turns their sum into a probability.
 * Immutable; share it between threads.
 *
 * <p>Layout, gzipped: magic, then unit, bias, slope and offset as doubles, then a byte for each of
 * the 2^{@value TextFeatures#BITS} places of the feature space.
 */
public final class LinearModel implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int MAGIC = 0x47735431;
  private static final double LARGEST = 127;

  private final byte[] weights;
  private final double unit;
  private final double bias;
  private final double slope;
  private final double offset;
  private final String version;

  private LinearModel(byte[] weights, double unit, double bias, double slope, double offset) {
    this.weights = weights;
    this.unit = unit;
    this.bias = bias;
    this.slope = slope;
    this.offset = offset;
    this.version = String.format("%016x", Hash64.of(bytes()));
  }

  /** Rounds weights, the last of them the bias, to whole multiples of a common unit. */
  static LinearModel quantised(double[] exact) {
    double largest = 1e-9;
    for (int i = 0; i < TextFeatures.SPACE; i++) {
      largest = Math.max(largest, Math.abs(exact[i]));
    }
    double unit = largest / LARGEST;
    byte[] rounded = new byte[TextFeatures.SPACE];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (byte) Math.round(exact[i] / unit);
    }
    return new LinearModel(rounded, unit, exact[TextFeatures.SPACE], 1, 0);
  }

  /** How strongly each of {@code count} features counts, so that long texts do not shout. */
  static double value(int count) {
    return 1 / Math.sqrt(Math.max(count, 16));
  }

  /** The same weights, with probability 1 / (1 + exp(-(slope * score + offset))). */
  LinearModel calibrated(double newSlope, double newOffset) {
    return new LinearModel(weights, unit, bias, newSlope, newOffset);
  }

  /** The exact weights, the last of them the bias, of a model whose raw score is the log-odds. */
  double[] logOdds() {
    double[] exact = new double[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      exact[i] = slope * unit * weights[i];
    }
    exact[weights.length] = slope * bias + offset;
    return exact;
  }

  /** The raw score of a text's features; positive speaks for a complaint. */
  double score(int[] indices, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[indices[i]];
    }
    return bias + unit * sum * value(count);
  }

  /** Probability of a complaint at a raw score. */
  double probability(double score) {
    return 1 / (1 + StrictMath.exp(-(slope * score + offset)));
  }

  /** Hash of the content. */
  public String version() {
    return version;
  }

  /** Writes the model, compressed. */
  public void write(OutputStream out) throws IOException {
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(bytes());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static LinearModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new GZIPInputStream(in));
    if (data.readInt() != MAGIC) {
      throw new IOException("These bytes are not the weights of a triage model");
    }
    double unit = data.readDouble();
    double bias = data.readDouble();
    double slope = data.readDouble();
    double offset = data.readDouble();
    byte[] weights = new byte[TextFeatures.SPACE];
    data.readFully(weights);
    return new LinearModel(weights, unit, bias, slope, offset);
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(weights.length + 64);
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeInt(MAGIC);
      data.writeDouble(unit);
      data.writeDouble(bias);
      data.writeDouble(slope);
      data.writeDouble(offset);
      data.write(weights);
    } catch (IOException e) {
      throw new IllegalStateException("An array cannot be written to", e);
    }
    return bytes.toByteArray();
  }
}
