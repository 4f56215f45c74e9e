package io.groundswell.jobs.benchmark.flink;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time that this process has used, its broker, garbage collector and compiler included.
 */
public final class CpuTime {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CpuTime() {}

  /** So far, in nanoseconds. */
  public static long nanos() {
    return PROCESS.getProcessCpuTime();
  }
}
