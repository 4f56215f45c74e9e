package io.groundswell.cep.host;

import io.groundswell.cep.Signals;
import io.groundswell.cep.Walks;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** Instances of the host, each with its share of the groups. */
public final class Hosted implements AutoCloseable {
  public static final int MAX = 16;

  private final List<Instance> instances = new ArrayList<>();
  private final Signals signals = new Signals(Walks.CATALOGUE);
  private final int most;

  /** One instance. */
  @SuppressWarnings("try") // Flink's harness says that closing it may throw anything.
  private static final class Instance
      extends KeyedTwoInputStreamOperatorTestHarness<PatternKey, Signal, PatternSet, SurgeMatch> {
    Instance(HostPatterns host, int parallelism, int index) throws Exception {
      super(
          host,
          PatternKey::of,
          null,
          TypeInformation.of(PatternKey.class),
          MAX,
          parallelism,
          index);
    }
  }

  private Hosted(int most) {
    this.most = most;
  }

  public static Hosted begin(PatternSet first, int most, int parallelism) throws Exception {
    Hosted hosted = new Hosted(most);
    for (int i = 0; i < parallelism; i++) {
      Instance instance = hosted.add(parallelism, i);
      instance.setup();
      instance.open();
    }
    hosted.goOver(first);
    return hosted;
  }

  private Instance add(int parallelism, int index) throws Exception {
    Regions regions = new Regions(Walks.CATALOGUE.regions());
    Instance instance = new Instance(new HostPatterns(regions, most), parallelism, index);
    instances.add(instance);
    return instance;
  }

  /** The same in another number of instances, from a snapshot. */
  Hosted moved(int parallelism) throws Exception {
    OperatorSubtaskState[] parts = new OperatorSubtaskState[instances.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = instances.get(i).snapshot(1, 1);
    }
    OperatorSubtaskState whole = AbstractStreamOperatorTestHarness.repackageState(parts);
    Hosted moved = new Hosted(most);
    for (int i = 0; i < parallelism; i++) {
      Instance instance = moved.add(parallelism, i);
      instance.setup();
      instance.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              whole, MAX, parts.length, parallelism, i));
      instance.open();
    }
    close();
    return moved;
  }

  public void read(List<ScoredBucket> buckets) throws Exception {
    for (ScoredBucket bucket : buckets) {
      read(bucket, bucket.end() - 1);
    }
  }

  void read(ScoredBucket bucket, long time) throws Exception {
    List<Signal> all = new ArrayList<>();
    signals.of(bucket, all::add);
    for (Signal signal : all) {
      PatternKey key = PatternKey.of(signal);
      int index = KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX, instances.size());
      instances.get(index).processElement1(new StreamRecord<>(signal, time));
    }
  }

  void goOver(PatternSet set) throws Exception {
    for (Instance instance : instances) {
      instance.processElement2(new StreamRecord<>(set, 0));
    }
  }

  public void advance(long time) throws Exception {
    for (Instance instance : instances) {
      instance.processBothWatermarks(new Watermark(time));
    }
  }

  /** What was found so far, by instance and time. */
  public List<SurgeMatch> found() {
    return instances.stream().flatMap(each -> each.extractOutputValues().stream()).toList();
  }

  /** How many partial matches were dropped. */
  long dropped() {
    return instances.stream()
        .mapToLong(instance -> ((HostPatterns) instance.getOperator()).dropped())
        .sum();
  }

  /** Entries of keyed state over all instances. */
  int entries() {
    return instances.stream().mapToInt(Instance::numKeyedStateEntries).sum();
  }

  @Override
  public void close() {
    try {
      for (Instance instance : instances) {
        instance.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("an instance does not close", e);
    }
  }
}
