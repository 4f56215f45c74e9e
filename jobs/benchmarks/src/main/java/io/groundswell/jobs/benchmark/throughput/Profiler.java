package io.groundswell.jobs.benchmark.throughput;

import com.sun.management.ThreadMXBean;
import io.groundswell.jobs.benchmark.flink.CpuTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Divides processor time among stages: threads by what the JVM has charged to each, exactly; within
 * a task of Flink by where Flight Recorder met it. What no thread was charged with is the JVM's
 * own.
 */
final class Profiler implements Observer {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Duration EVERY = Duration.ofMillis(10);

  private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
  private Map<Long, Long> before = Map.of();
  private Map<Stage, Double> jvmBefore = Map.of();
  private long cpuBefore;
  private Recording recording = recording();

  /**
   * Starts Flight Recorder once for nothing: its first start makes the JVM compile much again,
   * which is better done before anything is measured.
   */
  static void prepare() {
    try (Recording first = recording()) {
      first.start();
    }
  }

  private static Recording recording() {
    Recording recording = new Recording();
    recording.enable("jdk.ExecutionSample").withPeriod(EVERY);
    recording.enable("jdk.NativeMethodSample").withPeriod(EVERY);
    return recording;
  }

  @Override
  public void begin() throws IOException {
    recording = recording();
    recording.start();
    before = charged();
    jvmBefore = JvmThreads.seconds();
    cpuBefore = CpuTime.nanos();
  }

  @Override
  public void end() throws IOException {
    long process = CpuTime.nanos() - cpuBefore;
    Map<Long, Long> after = charged();
    Map<Stage, Double> jvm = JvmThreads.seconds();
    recording.stop();
    Map<Long, Map<Stage, Integer>> samples = samples();
    long charged = 0;
    for (Map.Entry<Long, Long> entry : after.entrySet()) {
      long used = entry.getValue() - before.getOrDefault(entry.getKey(), 0L);
      charged += used;
      charge(entry.getKey(), used / 1e9, samples.getOrDefault(entry.getKey(), Map.of()));
    }
    double own = (process - charged) / 1e9;
    for (Map.Entry<Stage, Double> entry : jvm.entrySet()) {
      double used = entry.getValue() - jvmBefore.getOrDefault(entry.getKey(), 0.0);
      seconds.put(entry.getKey(), used);
      own -= used;
    }
    seconds.put(Stage.JVM, Math.max(0, own));
  }

  private static Map<Long, Long> charged() {
    long[] ids = THREADS.getAllThreadIds();
    long[] nanos = THREADS.getThreadCpuTime(ids);
    Map<Long, Long> charged = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (nanos[i] >= 0) {
        charged.put(ids[i], nanos[i]);
      }
    }
    return charged;
  }

  private void charge(long thread, double used, Map<Stage, Integer> samples) {
    ThreadInfo info = THREADS.getThreadInfo(thread);
    Stage stage = info == null ? Stage.OTHER : Stages.ofThread(info.getThreadName());
    int met = samples.values().stream().mapToInt(Integer::intValue).sum();
    if (stage == Stage.EXCHANGE && met > 0) {
      samples.forEach((part, count) -> seconds.merge(part, used * count / met, Double::sum));
    } else {
      seconds.merge(stage, used, Double::sum);
    }
  }

  private Map<Long, Map<Stage, Integer>> samples() throws IOException {
    Path file = Files.createTempFile("benchmark", ".jfr");
    recording.dump(file);
    recording.close();
    Map<Long, Map<Stage, Integer>> samples = new HashMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      RecordedThread thread = event.getThread("sampledThread");
      if (thread != null && event.getStackTrace() != null) {
        List<String> classes =
            event.getStackTrace().getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName())
                .toList();
        samples
            .computeIfAbsent(thread.getJavaThreadId(), id -> new EnumMap<>(Stage.class))
            .merge(Stages.ofStack(classes), 1, Integer::sum);
      }
    }
    Files.delete(file);
    return samples;
  }

  /** Processor time by stage. */
  Map<Stage, Double> seconds() {
    return seconds;
  }
}
