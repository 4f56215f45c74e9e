package io.groundswell.domain.surge;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Chunk;
import io.groundswell.domain.baseline.Run;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A {@link Watch} as the bytes that are kept of it: at most {@value #MOST_BYTES}. What is learnt
 * has the precision of a float (see {@link io.groundswell.domain.baseline.Precision}), so nothing
 * is lost. The first byte is the version of the layout: a changed layout gets another one and reads
 * the old ones still.
 */
public final class PackedWatch {
  /** What a watch takes at most. */
  public static final int MOST_BYTES = 1_664;

  private static final byte VERSION = 2;

  /** Before texts counted as evidence. */
  private static final byte WITHOUT_TEXTS = 1;

  /** Buckets begin at whole seconds, of which an int holds those up to the year 2106. */
  private static final long SECOND = 1_000;

  private final ByteBuffer bytes;
  private final byte version;

  private PackedWatch(ByteBuffer bytes, byte version) {
    this.bytes = bytes;
    this.version = version;
  }

  /** The bytes of a watch. */
  public static byte[] pack(Watch watch) {
    ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
    new PackedWatch(buffer.put(VERSION), VERSION).put(watch);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /**
   * The watch of these bytes.
   *
   * @throws IllegalArgumentException where they have a layout of a later version
   */
  public static Watch unpack(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte version = buffer.get();
    if (version != VERSION && version != WITHOUT_TEXTS) {
      throw new IllegalArgumentException(
          "a watch of layout %d; this version reads %d: go on with a newer one"
              .formatted(version, VERSION));
    }
    return new PackedWatch(buffer, version).watch();
  }

  private void put(Watch watch) {
    put(watch.baseline);
    bytes.putLong(watch.next).putInt(watch.lastObserved).putInt(watch.lastPosts);
    put(watch.lastExpected, watch.lastEvidence);
    put(watch.lastLevel != Level.CALM);
    put(watch.lastLevel == Level.EXTREME);
    put(watch.shown);
    put(watch.open);
    bytes.putLong(watch.elevatedUntil).putLong(watch.resolvedAt).putLong(watch.settlesAt);
    SurgeSize surge = watch.surge;
    bytes.putLong(surge.onset());
    put(surge.observed(), surge.expected(), surge.posts());
    bytes.putDouble(surge.multiple());
    put(watch.recentObserved, watch.recentExpected, watch.peak, watch.recovery);
    put(watch.plateau, watch.settlingObserved, watch.settlingExpected, watch.escalation);
    bytes.putLong(watch.lastOpened);
    put(watch.opened, watch.largest);
    bytes.putLong(watch.blindSince).putInt(watch.carriedOn).put((byte) watch.sources.length);
    for (int source : watch.sources) {
      bytes.putInt(source);
    }
    put(watch.carried);
    put(watch.lastTexts);
    bytes.put((byte) watch.baseline.agreeing.length);
    for (double statistic : watch.baseline.agreeing) {
      bytes.putDouble(statistic);
    }
  }

  private Watch watch() {
    Watch watch = new Watch();
    watch.baseline = baseline();
    watch.next = bytes.getLong();
    watch.lastObserved = bytes.getInt();
    watch.lastPosts = bytes.getInt();
    watch.lastExpected = bytes.getFloat();
    watch.lastEvidence = bytes.getFloat();
    boolean unusual = flag();
    boolean extreme = flag();
    watch.lastLevel = extreme ? Level.EXTREME : unusual ? Level.ELEVATED : Level.CALM;
    watch.shown = flag();
    watch.open = flag();
    watch.elevatedUntil = bytes.getLong();
    watch.resolvedAt = bytes.getLong();
    watch.settlesAt = bytes.getLong();
    watch.surge = surge();
    watch.recentObserved = bytes.getFloat();
    watch.recentExpected = bytes.getFloat();
    watch.peak = bytes.getFloat();
    watch.recovery = bytes.getFloat();
    watch.plateau = bytes.getFloat();
    watch.settlingObserved = bytes.getFloat();
    watch.settlingExpected = bytes.getFloat();
    watch.escalation = bytes.getFloat();
    readPast(watch);
    return watch;
  }

  private void readPast(Watch watch) {
    watch.lastOpened = bytes.getLong();
    watch.opened = bytes.getFloat();
    watch.largest = bytes.getFloat();
    watch.blindSince = bytes.getLong();
    watch.carriedOn = bytes.getInt();
    watch.sources = new int[bytes.get()];
    watch.carried = new double[watch.sources.length];
    for (int i = 0; i < watch.sources.length; i++) {
      watch.sources[i] = bytes.getInt();
    }
    read(watch.carried);
    if (version != WITHOUT_TEXTS) {
      readTexts(watch);
    }
  }

  private void readTexts(Watch watch) {
    watch.lastTexts = bytes.getFloat();
    watch.baseline.agreeing = new double[bytes.get()];
    for (int i = 0; i < watch.baseline.agreeing.length; i++) {
      watch.baseline.agreeing[i] = bytes.getDouble();
    }
  }

  private SurgeSize surge() {
    return new SurgeSize(
        bytes.getLong(), bytes.getFloat(), bytes.getFloat(), bytes.getFloat(), bytes.getDouble());
  }

  private void put(Baseline b) {
    put(b.level, b.levelExposure, b.fast, b.fastExpected, b.dispersion, b.dispersionWeight);
    put(b.wander, b.wanderWeight, b.slowWander, b.slowWanderWeight);
    put(b.hourObserved);
    put(b.hourExpected);
    put(b.dayObserved);
    put(b.dayExpected);
    put(b.hourSum, b.hourSumExpected, b.hourSumSlow, b.hourSumDispersion);
    bytes.put((byte) b.hourCommits).put((byte) b.ring.length).put((byte) b.ringNext);
    for (Chunk chunk : b.ring) {
      put(chunk);
    }
    bytes.putLong(b.current.number);
    put(b.current);
    put(b.lastAlpha, b.guardedMinutes, b.guardedCount);
    put(b.adopted);
    bytes.putLong(b.began);
    for (double statistic : b.statistics) {
      bytes.putDouble(statistic);
    }
    for (Run run : b.runs) {
      bytes.putInt((int) (run.since / SECOND));
      put(run.sum, run.observed, run.expected, run.posts);
    }
  }

  private Baseline baseline() {
    Baseline b = new Baseline();
    b.level = bytes.getFloat();
    b.levelExposure = bytes.getFloat();
    b.fast = bytes.getFloat();
    b.fastExpected = bytes.getFloat();
    b.dispersion = bytes.getFloat();
    b.dispersionWeight = bytes.getFloat();
    b.wander = bytes.getFloat();
    b.wanderWeight = bytes.getFloat();
    b.slowWander = bytes.getFloat();
    b.slowWanderWeight = bytes.getFloat();
    read(b.hourObserved);
    read(b.hourExpected);
    read(b.dayObserved);
    read(b.dayExpected);
    readHourAndChunks(b);
    b.lastAlpha = bytes.getFloat();
    b.guardedMinutes = bytes.getFloat();
    b.guardedCount = bytes.getFloat();
    b.adopted = flag();
    b.began = bytes.getLong();
    readEvidence(b);
    return b;
  }

  private void readHourAndChunks(Baseline b) {
    b.hourSum = bytes.getFloat();
    b.hourSumExpected = bytes.getFloat();
    b.hourSumSlow = bytes.getFloat();
    b.hourSumDispersion = bytes.getFloat();
    b.hourCommits = bytes.get();
    b.ring = new Chunk[bytes.get()];
    b.ringNext = bytes.get();
    for (int i = 0; i < b.ring.length; i++) {
      b.ring[i] = chunk(0);
    }
    b.current = chunk(bytes.getLong());
  }

  private void readEvidence(Baseline b) {
    for (int i = 0; i < b.statistics.length; i++) {
      b.statistics[i] = bytes.getDouble();
    }
    for (Run run : b.runs) {
      run.since = Integer.toUnsignedLong(bytes.getInt()) * SECOND;
      run.sum = bytes.getFloat();
      run.observed = bytes.getFloat();
      run.expected = bytes.getFloat();
      run.posts = bytes.getFloat();
    }
  }

  private void put(Chunk chunk) {
    put(chunk.observed, chunk.expected, chunk.slowExpected, chunk.exposure);
    put(chunk.dispersion, chunk.dispersionWeight);
    bytes.putShort((short) chunk.buckets).put((byte) chunk.hour).put((byte) chunk.dayHour);
    put(chunk.tainted);
  }

  /** The number of a chunk matters only while it is the current one. */
  private Chunk chunk(long number) {
    Chunk chunk = new Chunk();
    chunk.number = number;
    chunk.observed = bytes.getFloat();
    chunk.expected = bytes.getFloat();
    chunk.slowExpected = bytes.getFloat();
    chunk.exposure = bytes.getFloat();
    chunk.dispersion = bytes.getFloat();
    chunk.dispersionWeight = bytes.getFloat();
    chunk.buckets = bytes.getShort();
    chunk.hour = bytes.get();
    chunk.dayHour = bytes.get();
    chunk.tainted = flag();
    return chunk;
  }

  private void put(double... values) {
    for (double value : values) {
      bytes.putFloat((float) value);
    }
  }

  private void read(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getFloat();
    }
  }

  private void put(boolean flag) {
    bytes.put((byte) (flag ? 1 : 0));
  }

  private boolean flag() {
    return bytes.get() != 0;
  }
}
