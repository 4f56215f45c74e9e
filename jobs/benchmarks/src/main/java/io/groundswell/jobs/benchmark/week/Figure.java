package io.groundswell.jobs.benchmark.week;

/** What is looked at every hour. */
enum Figure {
  STATE("state", "MB", 1e6, "The newest checkpoint, with what it shares with those before it."),
  HEAP("heap", "MB", 1e6, "Objects that are alive, right after a full collection."),
  MEMORY("memory", "MB", 1e6, "All that Linux charges to the process, RocksDB's caches among it."),
  DISK("disk", "MB", 1e6, "RocksDB's files and three checkpoints."),
  FILES("files", "", 1, "How many files these are."),
  OPEN("open files", "", 1, "Files and connections that the process holds open."),
  THREADS("threads", "", 1, "Threads of the process."),
  SECONDS("s per hour", "s", 1, "Seconds for an hour of posts that lies in the topic."),
  CPU("CPU-s per hour", "s", 1, "Processor time of the job for that hour."),
  LATENCY(
      "latency", "s", 1, "Seconds for the last minute of the hour, when all before it is done.");

  private final String label;
  private final String unit;
  private final double size;
  private final String meaning;

  Figure(String label, String unit, double size, String meaning) {
    this.label = label;
    this.unit = unit;
    this.size = size;
    this.meaning = meaning;
  }

  /** The name for people, with its unit. */
  String label() {
    return unit.isEmpty() || label.contains("s per") ? label : label + ", " + unit;
  }

  /** One sentence on it. */
  String meaning() {
    return meaning;
  }

  /** A value in the unit for people. */
  double scaled(double value) {
    return value / size;
  }
}
