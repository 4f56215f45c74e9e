package io.groundswell.jobs.benchmark.throughput;

import java.util.List;

/** Tells by the names of threads and classes which part of the work they do. */
final class Stages {
  private static final String OURS = "io.groundswell.";

  /** What a class name begins with, and what the class does; the first that fits counts. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("org.apache.flink.connector.kafka.sink.", Stage.WRITE),
          new Rule("org.apache.kafka.clients.producer.", Stage.WRITE),
          new Rule(OURS + "jobs.surge.connector.VolumeJson", Stage.WRITE),
          new Rule(OURS + "jobs.surge.connector.JsonPosts", Stage.PARSE),
          new Rule(OURS + "jobs.surge.connector.Json", Stage.WRITE),
          new Rule(OURS + "jobs.surge.connector.IncidentLines", Stage.WRITE),
          new Rule(OURS + "jobs.surge.connector.BriefingJson", Stage.WRITE),
          new Rule(OURS + "jobs.surge.connector.kafka.LineRecords", Stage.WRITE),
          new Rule(OURS + "jobs.surge.connector.kafka.IncidentRecords", Stage.WRITE),
          new Rule("org.apache.flink.streaming.runtime.io.RecordWriterOutput", Stage.EXCHANGE),
          new Rule("org.apache.flink.runtime.io.network.api.writer.", Stage.EXCHANGE),
          new Rule("org.apache.flink.cep.", Stage.PATTERNS),
          new Rule(OURS + "cep.", Stage.PATTERNS),
          new Rule(OURS + "jobs.surge.connector.kafka.", Stage.CLOCKED),
          new Rule(OURS + "jobs.surge.post.", Stage.PARSE),
          new Rule(OURS + "jobs.surge.connector.", Stage.PARSE),
          new Rule(OURS + "domain.voice.Quote", Stage.TELL),
          new Rule(OURS + "domain.catalogue.Languages", Stage.TELL),
          new Rule(OURS + "domain.post.Masking", Stage.TELL),
          new Rule(OURS + "domain.report.", Stage.TELL),
          new Rule(OURS + "domain.briefing.", Stage.TELL),
          new Rule(OURS + "jobs.surge.incident.DescribeIncidents", Stage.TELL),
          new Rule(OURS + "jobs.surge.incident.Archive", Stage.TELL),
          new Rule(OURS + "domain.voice.", Stage.HEAR),
          new Rule(OURS + "domain.agreement.", Stage.HEAR),
          new Rule(OURS + "jobs.surge.agreement.", Stage.HEAR),
          new Rule(OURS + "domain.triage.", Stage.TRIAGE),
          new Rule(OURS + "domain.catalogue.", Stage.RECOGNISE),
          new Rule(OURS + "domain.post.Folding", Stage.RECOGNISE),
          new Rule(OURS + "jobs.surge.triage.", Stage.RECOGNISE),
          new Rule(OURS + "jobs.surge.volume.DropDuplicates", Stage.DEDUPLICATE),
          new Rule(OURS + "jobs.surge.volume.", Stage.COUNT),
          new Rule(OURS + "jobs.surge.baseline.", Stage.SCORE),
          new Rule(OURS + "jobs.surge.incident.", Stage.INCIDENTS));

  private static final List<String> BROKER =
      List.of("data-plane-kafka", "kafka-", "TxnMarker", "ExpirationReaper", "group-coordinator");

  private record Rule(String beginning, Stage stage) {}

  private Stages() {}

  /** The stage of a thread; {@link Stage#EXCHANGE} for a task of Flink, where stacks say more. */
  static Stage ofThread(String name) {
    if (name.startsWith("groundswell-fetcher")) {
      return Stage.FETCH;
    }
    if (name.startsWith("kafka-producer-network-thread")) {
      return Stage.WRITE;
    }
    if (name.matches(".*\\(\\d+/\\d+\\)#\\d+.*")) {
      return Stage.EXCHANGE;
    }
    return BROKER.stream().anyMatch(name::startsWith) ? Stage.BROKER : Stage.OTHER;
  }

  /** The stage of a task's stack, given the names of its classes from the innermost on. */
  static Stage ofStack(List<String> classes) {
    for (String frame : classes) {
      for (Rule rule : RULES) {
        if (frame.startsWith(rule.beginning)) {
          return rule.stage;
        }
      }
    }
    return Stage.EXCHANGE;
  }
}
