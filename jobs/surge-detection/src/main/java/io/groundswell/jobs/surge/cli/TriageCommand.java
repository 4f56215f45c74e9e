package io.groundswell.jobs.surge.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Recognition;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.report.SymptomReader;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.RecordCutter;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.triage.Judgement;
import io.groundswell.jobs.surge.triage.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges posts one by one. */
@Command(
    name = "triage",
    description = "Says of each post whether it is a complaint, about what and where.",
    footer = {
      "",
      "Example:",
      "  groundswell triage --posts posts.ndjson --catalogue catalogue.yaml --out judged.ndjson"
    })
final class TriageCommand implements Callable<Integer> {
  @Mixin private PostOptions input;
  @Mixin private RuleOptions rules;
  @Mixin private Weights weights;

  @Option(
      names = {"--catalogue", "--catalog"},
      paramLabel = "FILE",
      description = "The products, components and regions to recognise (YAML).")
  private Path catalogueFile;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write, a line a post; - is standard output.")
  private String out;

  private final SymptomReader symptoms = new SymptomReader();
  private long judged;
  private long notices;
  private long unreadable;

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = RuleOptions.catalogue(catalogueFile);
    Judgement judgement = new Judgement(catalogue, rules.policy(catalogue), weights.model());
    Reading reading = input.reading(System.currentTimeMillis());
    PostFiles files = input.files();
    try (BufferedWriter lines = LocalFiles.writer(out)) {
      for (String path : files.paths()) {
        try (RecordCutter records = files.open(path)) {
          judge(records, reading, judgement, lines);
        }
      }
    }
    System.err.printf(
        Locale.ROOT, "%,d posts judged, %,d records unreadable%n", judged, unreadable);
    if (notices > 0) {
      System.err.printf(
          Locale.ROOT, "%,d records hold no post (likes, keep-alives and such)%n", notices);
    }
    return 0;
  }

  private void judge(
      RecordCutter records, Reading reading, Judgement judgement, BufferedWriter lines)
      throws IOException {
    for (RawRecord record = records.next(); record != null; record = records.next()) {
      Post post;
      try {
        post = reading.read(record);
      } catch (UnreadableRecord why) {
        unreadable++;
        System.err.printf("%s: %s (%s)%n", record.where(), why.getMessage(), why.reason());
        continue;
      }
      if (post.notice()) {
        notices++;
        continue;
      }
      judged++;
      Verdict verdict = judgement.judge(post);
      lines.write(Json.object(json -> write(json, post, verdict)));
      lines.write('\n');
    }
  }

  private void write(JsonGenerator json, Post post, Verdict verdict) throws IOException {
    Recognition recognition = verdict.recognition();
    json.writeStringField("id", post.id());
    json.writeNumberField("complaint", Json.figure(verdict.probability()));
    json.writeBooleanField("is_complaint", verdict.complaint());
    json.writeStringField("voice", verdict.voice().label());
    writeAll(json, "products", recognition.products());
    writeAll(json, "components", recognition.components());
    writeAll(json, "regions", recognition.regions());
    json.writeStringField("lang", post.lang());
    writeAll(json, "symptoms", symptoms.read(post.text()));
  }

  private static void writeAll(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
