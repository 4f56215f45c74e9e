package io.groundswell.jobs.benchmark.throughput;

/** Parts of the job's work, in the order in which a post travels. */
public enum Stage {
  /** Threads of the broker. */
  BROKER("broker"),
  /** Fetching from Kafka. */
  FETCH("Kafka client: fetch"),
  /** Handing on in step with the clock. */
  CLOCKED("read in step with the clock"),
  /** Bytes to posts. */
  PARSE("parse posts"),
  /** Complaint or not. */
  TRIAGE("triage"),
  /** About what and where. */
  RECOGNISE("recognise products and regions"),
  /** Each complaint once. */
  DEDUPLICATE("drop duplicates"),
  /** Whose words, what many say alike, and terms. */
  HEAR("hear voices and terms"),
  /** Counting. */
  COUNT("count in buckets"),
  /** Scoring. */
  SCORE("score against the baseline"),
  /** Patterns. */
  PATTERNS("patterns (CEP)"),
  /** Incidents. */
  INCIDENTS("raise incidents"),
  /** What is reported: gathered, kept and told. */
  TELL("gather and tell what is reported"),
  /** Formatting and sending. */
  WRITE("format and write"),
  /** Between operators. */
  EXCHANGE("Flink: serialise, exchange, timers"),
  /** Garbage collection. */
  COLLECT("JVM: garbage collection"),
  /** Compilation at run time: falls as a process gets older. */
  COMPILE("JVM: compiler"),
  /** What else is no thread of Java: RocksDB compacts in threads of its own. */
  JVM("RocksDB threads, rest of the JVM"),
  /** All others. */
  OTHER("other threads");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** The name for people. */
  public String label() {
    return label;
  }
}
