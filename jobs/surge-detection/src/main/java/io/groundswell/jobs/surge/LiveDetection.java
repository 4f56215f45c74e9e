package io.groundswell.jobs.surge;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.jobs.surge.connector.DeadLetterLines;
import io.groundswell.jobs.surge.connector.IncidentLines;
import io.groundswell.jobs.surge.connector.InputLines;
import io.groundswell.jobs.surge.connector.LateJson;
import io.groundswell.jobs.surge.connector.LeadLines;
import io.groundswell.jobs.surge.connector.LedgerJson;
import io.groundswell.jobs.surge.connector.Line;
import io.groundswell.jobs.surge.connector.PostFormat;
import io.groundswell.jobs.surge.connector.PostLines;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.VolumeJson;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.connector.kafka.Cleanup;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.jobs.surge.connector.kafka.IncidentRecords;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.LineRecords;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import io.groundswell.jobs.surge.measure.BucketCounts;
import io.groundswell.jobs.surge.measure.DeadLetterCounts;
import io.groundswell.jobs.surge.measure.Measured;
import io.groundswell.jobs.surge.measure.RecordCounts;
import io.groundswell.jobs.surge.page.Reports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The main job from Kafka to Kafka.
 *
 * @param rules what it decides by
 * @param input topics of posts, support contacts and change events, and the clock
 * @param output how records are sent
 * @param topics where they go
 * @param formats how the records of a topic are read, by its name; without an entry as {@code post}
 * @param reports where incidents' pages go
 * @param simulatedContacts whether the support contacts are generated, which is said of each lead
 */
public record LiveDetection(
    Rules rules,
    KafkaInput input,
    KafkaOutput output,
    OutputTopics topics,
    Map<String, Format> formats,
    Reports reports,
    boolean simulatedContacts) {

  /** The job where all topics hold Groundswell's own shape, without pages. */
  public LiveDetection(Rules rules, KafkaInput input, KafkaOutput output, OutputTopics topics) {
    this(rules, input, output, topics, Map.of(), Reports.NONE, false);
  }

  /**
   * Topics that the job writes to.
   *
   * @param incidents updates, keyed by incident
   * @param volumes scored buckets, keyed by subject
   * @param contactVolumes scored buckets of the support queue, keyed by subject
   * @param deadLetters records that are no posts
   * @param late complaints and contacts that came too late to count
   * @param ledger what became of every record, minute by minute
   * @param leadLedger incidents and surges of the support queue, by key; the last of a key is true
   * @param countedPosts posts that count, masked, by source and id; the last of a key is true
   * @param countedInputs what else moves the job: contacts, changes, answers, feeds, signals
   */
  public record OutputTopics(
      String incidents,
      String volumes,
      String contactVolumes,
      String deadLetters,
      String late,
      String ledger,
      String leadLedger,
      String countedPosts,
      String countedInputs) {

    /** The default names behind a prefix, for a job beside others. */
    public static OutputTopics behind(String prefix) {
      return new OutputTopics(
          prefix + "incidents",
          prefix + "volumes",
          prefix + "contact-volumes",
          prefix + "dead-letters",
          prefix + "late",
          prefix + "ledger",
          prefix + "lead-ledger",
          prefix + "counted-posts",
          prefix + "counted-inputs");
    }

    /** All of them, and how each is created. */
    public List<WantedTopic> wanted() {
      return List.of(
          WantedTopic.output(incidents, "outputs.incidents"),
          WantedTopic.output(volumes, "outputs.volumes"),
          WantedTopic.output(contactVolumes, "outputs.contact_volumes"),
          WantedTopic.output(deadLetters, "outputs.dead_letters"),
          WantedTopic.output(late, "outputs.late"),
          WantedTopic.output(ledger, "outputs.ledger"),
          WantedTopic.own(leadLedger, "outputs.lead_ledger", Use.WRITTEN, Cleanup.LAST_OF_KEY),
          WantedTopic.own(countedPosts, "outputs.counted_posts", Use.WRITTEN, Cleanup.TEXTS),
          WantedTopic.output(countedInputs, "outputs.counted_inputs"));
    }
  }

  /** What the job needs at the brokers: these topics, a group, transactions. */
  public static Needs needs(KafkaInput input, KafkaOutput output, OutputTopics topics) {
    List<WantedTopic> wanted = new ArrayList<>(input.wanted());
    wanted.addAll(topics.wanted());
    return new Needs("run", output.client(), wanted, output.access(input));
  }

  /** Adds the job to {@code env}. */
  public void add(StreamExecutionEnvironment env) {
    DataStream<RawRecord> records =
        env.fromSource(
                new ClockedSource(input),
                WatermarkStrategy.noWatermarks(),
                "Read posts",
                TypeInformation.of(RawRecord.class))
            .uid(Uids.READ_POSTS);
    boolean withChanges = !input.changes().isEmpty();
    Results results =
        new SurgeDetectionPipeline(rules, reading(), withChanges, simulatedContacts, true)
            .add(records);
    writeIncidents(results.incidents());
    writeLeads(results.leads());
    writeMeasured(results);
    write(results.contacts(), new VolumeJson(), topics.contactVolumes(), "contact-volumes");
    write(results.late(), new LateJson(), topics.late(), "late");
    write(results.posts(), new PostLines(rules), topics.countedPosts(), "counted-posts");
    write(
        Objects.requireNonNull(results.inputs()),
        new InputLines(),
        topics.countedInputs(),
        "counted-inputs");
  }

  /** What is counted for whoever watches the job, as it leaves. */
  private void writeMeasured(Results results) {
    write(
        results.volumes(),
        new Measured<>(new VolumeJson(), BucketCounts::new),
        topics.volumes(),
        "volumes");
    write(
        results.deadLetters(),
        new Measured<>(new DeadLetterLines(), DeadLetterCounts::new),
        topics.deadLetters(),
        "dead-letters");
    write(
        results.ledger(),
        new Measured<>(new LedgerJson(), RecordCounts::new),
        topics.ledger(),
        "ledger");
  }

  private void writeIncidents(DataStream<Briefing> incidents) {
    Detection.writePages(incidents, rules, reports, simulatedContacts);
    IncidentLines lines = new IncidentLines(reports, simulatedContacts);
    incidents
        .sinkTo(output.atOnce(new IncidentRecords(topics.incidents(), output.prefix(), lines)))
        .uid("write-incidents")
        .name("Write incidents")
        .setParallelism(1) // Updates of an incident leave in their order.
        .setMaxParallelism(1);
  }

  /** Rows leave in the order in which they changed. */
  private void writeLeads(DataStream<LeadEntry> leads) {
    leads
        .map(new LeadLines(simulatedContacts))
        .returns(TypeInformation.of(Line.class))
        .uid("format-lead-ledger")
        .name("Format lead ledger")
        .setParallelism(1)
        .setMaxParallelism(1)
        .sinkTo(output.exactlyOnce("lead-ledger", new LineRecords(topics.leadLedger())))
        .uid("write-lead-ledger")
        .name("Write lead ledger")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  private Reading reading() {
    Map<String, PostFormat> ofTopics = new HashMap<>();
    formats.forEach((topic, format) -> ofTopics.put(topic, format.posts()));
    return new Reading(Format.POST.posts(), Map.copyOf(ofTopics), RawRecord.NO_TIME);
  }

  private <T> void write(
      DataStream<T> items, MapFunction<T, Line> format, String topic, String name) {
    items
        .map(format)
        .returns(TypeInformation.of(Line.class))
        .uid("format-" + name)
        .name("Format " + name)
        .sinkTo(output.exactlyOnce(name, new LineRecords(topic)))
        .uid("write-" + name)
        .name("Write " + name);
  }
}
