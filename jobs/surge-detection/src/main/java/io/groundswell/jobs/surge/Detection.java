package io.groundswell.jobs.surge;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.jobs.surge.connector.ContactLines;
import io.groundswell.jobs.surge.connector.DeadLetterLines;
import io.groundswell.jobs.surge.connector.IncidentLines;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.InputLines;
import io.groundswell.jobs.surge.connector.LastLines;
import io.groundswell.jobs.surge.connector.LeadLines;
import io.groundswell.jobs.surge.connector.LedgerJson;
import io.groundswell.jobs.surge.connector.Line;
import io.groundswell.jobs.surge.connector.LineFile;
import io.groundswell.jobs.surge.connector.PageFiles;
import io.groundswell.jobs.surge.connector.PostLines;
import io.groundswell.jobs.surge.connector.PostSource;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.VolumeLines;
import io.groundswell.jobs.surge.page.IncidentPage;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.replay.Kept;
import io.groundswell.jobs.surge.triage.CountUnknown;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The main job from files to files.
 *
 * @param rules what it decides by
 * @param files the posts, support contacts and change events
 * @param reading how they are read
 * @param simulatedContacts whether the support contacts are generated, which is said of each lead
 * @param keepPosts whether the posts that count are written, and the ledger minute by minute
 */
public record Detection(
    Rules rules, InputFiles files, Reading reading, boolean simulatedContacts, boolean keepPosts) {
  /** Names of the files that it writes. */
  public static final String INCIDENTS = "incidents.ndjson";

  /** See {@link #INCIDENTS}. */
  public static final String VOLUMES = "volumes.csv";

  /** See {@link #INCIDENTS}. */
  public static final String DEAD_LETTERS = "dead-letters.ndjson";

  /** See {@link #INCIDENTS}; written where there are files of contacts. */
  public static final String CONTACTS = "contacts.csv";

  /** See {@link #CONTACTS}. */
  public static final String LEADS = "lead-ledger.ndjson";

  /** See {@link #INCIDENTS}; written where posts are kept. */
  public static final String POSTS = "posts.ndjson";

  /** See {@link #POSTS}. */
  public static final String LEDGER = "ledger.ndjson";

  /** See {@link #POSTS}. */
  public static final String INPUTS = "inputs.ndjson";

  /** The job whose contacts, if it has any, are real, and that keeps no posts. */
  public Detection(Rules rules, InputFiles files, Reading reading) {
    this(rules, files, reading, false, false);
  }

  /** Adds the job to {@code env}; it writes into {@code folder}. */
  public void add(StreamExecutionEnvironment env, Path folder) {
    add(env, folder, null);
  }

  /**
   * The same where something was kept.
   *
   * @param kept what was kept, or null
   */
  public void add(StreamExecutionEnvironment env, Path folder, @Nullable Kept kept) {
    long width = rules.policy().bucket().toMillis();
    DataStream<RawRecord> records = PostSource.add(env, files, reading, width, Uids.READ_POSTS);
    boolean withChanges = !files.changes().isEmpty() || (kept != null && kept.changes());
    Results results =
        new SurgeDetectionPipeline(rules, reading, withChanges, simulatedContacts, keepPosts)
            .add(records, kept == null ? null : kept.judged());
    countUnknown(results.unknown());
    writeIncidents(results.incidents(), folder);
    writeVolumes(results.volumes(), folder);
    if (!files.contacts().isEmpty() || (kept != null && kept.contacts())) {
      write(
          results.contacts(),
          new ContactLines(),
          new LineFile(folder.resolve(CONTACTS).toString(), ContactLines.HEADER),
          "contacts");
      writeLeads(results.leads(), folder);
    }
    if (keepPosts) {
      write(results.posts(), new PostLines(rules), lines(folder, POSTS), "posts");
      write(results.ledger(), new LedgerJson(), lines(folder, LEDGER), "ledger");
      write(
          Objects.requireNonNull(results.inputs()),
          new InputLines(),
          lines(folder, INPUTS),
          "inputs");
    }
    LineFile refused = lines(folder, DEAD_LETTERS);
    write(results.deadLetters(), new DeadLetterLines(), refused, "dead-letters");
  }

  /** Only buckets with somebody who had not complained in their hour before. */
  private static void writeVolumes(DataStream<ScoredBucket> volumes, Path folder) {
    write(
        volumes
            .filter(bucket -> bucket.observed() > 0)
            .uid("volumes-of-authors")
            .name("Volumes of authors"),
        new VolumeLines(),
        new LineFile(folder.resolve(VOLUMES).toString(), VolumeLines.HEADER),
        "volumes");
  }

  private static LineFile lines(Path folder, String name) {
    return new LineFile(folder.resolve(name).toString(), "");
  }

  private void writeIncidents(DataStream<Briefing> incidents, Path folder) {
    Reports reports = Reports.beside(folder);
    writePages(incidents, rules, reports, simulatedContacts);
    write(
        incidents,
        new IncidentLines(reports, simulatedContacts),
        lines(folder, INCIDENTS),
        "incidents");
  }

  /** Rows stay in the order in which they changed, so that the last is true. */
  private void writeLeads(DataStream<LeadEntry> leads, Path folder) {
    leads
        .map(new LeadLines(simulatedContacts))
        .returns(TypeInformation.of(Line.class))
        .uid("format-lead-ledger")
        .name("Format lead ledger")
        .setParallelism(1)
        .sinkTo(new LastLines(folder.resolve(LEADS).toString()))
        .uid("write-lead-ledger")
        .name("Write lead ledger")
        .setParallelism(1);
  }

  /** Keeps every name until the end: for inputs that have one. */
  private static void countUnknown(DataStream<String> names) {
    names
        .keyBy(CountUnknown::kind)
        .process(new CountUnknown())
        .uid(Uids.COUNT_UNKNOWN)
        .name("Count unknown names");
  }

  /** Adds the pages of incidents to a job, where they are wanted. */
  static void writePages(
      DataStream<Briefing> incidents, Rules rules, Reports reports, boolean simulatedContacts) {
    String pages = reports.folder();
    if (pages != null) {
      IncidentPage page = new IncidentPage(rules.catalogue(), simulatedContacts);
      incidents
          .sinkTo(new PageFiles(pages, page))
          .uid("write-pages")
          .name("Write pages")
          .setParallelism(1); // An incident's updates come to one writer.
    }
  }

  /** Adds a file of lines to a job. */
  static <T> void write(
      DataStream<T> items, MapFunction<T, Line> format, LineFile file, String name) {
    items
        .map(format)
        .returns(TypeInformation.of(Line.class))
        .uid("format-" + name)
        .name("Format " + name)
        .sinkTo(file)
        .uid("write-" + name)
        .name("Write " + name)
        .setParallelism(1);
  }
}
