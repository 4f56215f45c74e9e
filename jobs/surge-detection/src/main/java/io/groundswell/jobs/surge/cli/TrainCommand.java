package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.train.ModelCard;
import io.groundswell.jobs.surge.train.Training;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes weights for triage. */
@Command(
    name = "train",
    sortOptions = false,
    customSynopsis = {
      "groundswell train --labelled FILE --out DIR [--weights FILE]",
      "       groundswell train --verdicts FILE… --incidents FILE [--labelled FILE] --out DIR",
      "       groundswell train --forum FILE… --off-topic FILE --out DIR"
    },
    descriptionHeading = "%n",
    description = {
      "Teaches triage your own labelled posts, or makes its weights anew.",
      "",
      "  with --labelled  the shipped weights learn on from your own labelled posts and forget"
          + " nothing; 100 help, 1,000 help much. The figures are cross-validated: what to expect of"
          + " posts yet unseen;",
      "  with --verdicts  the same from posts that incidents have shown: complaints where people have"
          + " called the incident real, chatter where false. Leave out verdicts on incidents that"
          + " were false although their posts were complaints;",
      "  with --forum     the shipped weights are made anew, bit for bit, from what they were made"
          + " of.%n"
    },
    footerHeading = "%nWrites to --out:%n",
    footer = {
      "  weights.bin.gz  for --weights of detect and triage, and of evaluate --triage; 'weights' of run",
      "  card.md         what they are made of, how good they are, what they cannot do",
      "",
      "Labelled posts are a CSV:",
      "  id,text,label",
      "  17,\"third day without internet\",complaint",
      "  18,\"how do I change my password?\",chatter",
      "",
      "Example:",
      "  groundswell train --labelled labelled.csv --out mine",
      "  groundswell detect --weights mine/weights.bin.gz --posts posts.ndjson …"
    })
final class TrainCommand implements Callable<Integer> {
  private static final String WEIGHTS = "weights.bin.gz";
  private static final String CARD = "card.md";

  @Option(
      names = "--labelled",
      paramLabel = "FILE",
      description = "Your posts: CSV of id,text,label; at least ten complaints and ten others.")
  private String labelled = "";

  @Option(
      names = "--verdicts",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Answers to incidents (JSON lines; plain or gzip).")
  private List<String> verdicts = List.of();

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "With --verdicts: the incidents.ndjson that they are about.")
  private String incidents = "";

  @Mixin private Weights weights;

  @Option(
      names = "--forum",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Questions of a support forum: CSV with title and body.")
  private List<String> forum = List.of();

  @Option(
      names = "--off-topic",
      paramLabel = "FILE",
      description = "Tweets of crises: CSV with tweet, label and event.")
  private String offTopic = "";

  @Mixin private OutFolder out;

  @Override
  public Integer call() throws IOException {
    check();
    out.prepare(List.of(WEIGHTS, CARD));
    Training training =
        anew()
            ? Training.anew(forum, offTopic)
            : Training.on(weights.model(), labelled, verdicts, incidents);
    try (OutputStream file = LocalFiles.bytes(out.path().resolve(WEIGHTS))) {
      training.model().write(file);
    }
    String card = ModelCard.of(training);
    try (Writer file = LocalFiles.writer(out.path().resolve(CARD).toString())) {
      file.write(card);
    }
    System.out.print(card);
    System.out.printf("%nWrote %s and %s to %s%n", WEIGHTS, CARD, out.path());
    return 0;
  }

  private boolean anew() {
    return !forum.isEmpty() || !offTopic.isEmpty();
  }

  private void check() {
    boolean anew = anew();
    boolean taught = !labelled.isEmpty() || !verdicts.isEmpty();
    if (taught == anew) {
      throw new UsageError(
          anew
              ? "--labelled and --verdicts do not go with --forum and --off-topic; give one or the other"
              : "nothing to learn from: give --labelled, --verdicts and --incidents, or --forum and --off-topic");
    }
    if (verdicts.isEmpty() != incidents.isEmpty()) {
      throw new UsageError("--verdicts and --incidents go together; give both");
    }
    verdicts.forEach(path -> LocalFiles.requireReadable("--verdicts", path));
    if (anew && (forum.isEmpty() || offTopic.isEmpty())) {
      throw new UsageError("--forum and --off-topic go together; give both");
    }
    if (anew) {
      forum.forEach(path -> requireFile("--forum", path));
      requireFile("--off-topic", offTopic);
    }
    if (!labelled.isEmpty()) {
      requireFile("--labelled", labelled);
    }
    if (!incidents.isEmpty()) {
      requireFile("--incidents", incidents);
    }
  }

  /** The card names what was learned from and holds its hash, so standard input will not do. */
  private static void requireFile(String option, String path) {
    if ("-".equals(path)) {
      throw new UsageError(option + ": give a file, whose name and hash go onto the card");
    }
    LocalFiles.requireReadable(option, path);
  }
}
