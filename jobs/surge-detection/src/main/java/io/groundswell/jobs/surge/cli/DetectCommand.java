package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.settings.PatternFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job over files. */
@Command(
    name = "detect",
    description = "Reads posts from files and writes the incidents that they tell of.",
    footerHeading = "%nWrites to --out:%n",
    footer = {
      "  incidents.ndjson     what happened, an update a line",
      "  incidents/           a page for each, to be read on a phone",
      "  volumes.csv          complaints per subject and minute, with what was expected",
      "  contacts.csv         with --contacts: the same of support contacts",
      "  lead-ledger.ndjson   with --contacts: incidents and surges of the queue, side by side",
      "  posts.ndjson         with --keep-posts: every post that counted, personal data masked",
      "  ledger.ndjson        with --keep-posts: what became of every record, minute by minute",
      "  dead-letters.ndjson  records that could not be read, and why",
      "  summary.json         what became of every record",
      "",
      "Example:",
      "  groundswell detect --posts posts.ndjson.gz --catalogue catalogue.yaml --out report"
    })
final class DetectCommand implements Callable<Integer> {
  @Mixin private PostOptions input;
  @Mixin private RuleOptions rules;
  @Mixin private Weights weights;

  @Option(
      names = "--patterns",
      paramLabel = "FILE",
      description = "Patterns of your own beside the built-in ones (YAML).")
  private Path patterns;

  @Mixin private DraftOptions drafts;
  @Mixin private FlinkOptions flink;

  @Option(
      names = {"--catalogue", "--catalog"},
      required = true,
      paramLabel = "FILE",
      description = "The products, components and regions to watch (YAML).")
  private Path catalogueFile;

  @Option(
      names = "--contacts",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Support contacts (JSON lines; plain or gzip): how far ahead of the queue was each incident?"
      })
  private List<String> contacts = List.of();

  @Option(
      names = "--changes",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Change events (JSON lines; plain or gzip), as PagerDuty, CDEvents and GitHub send them, too:",
        "which change may be the cause?"
      })
  private List<String> changes = List.of();

  @Mixin private AnswerOptions answers;

  @Option(
      names = "--control",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "What 'apply' ruled (JSON lines; plain or gzip), from 'history --json':",
        "each holds for what comes after its time."
      })
  private List<String> control = List.of();

  @Option(
      names = "--simulated-contacts",
      description = "With --contacts: they are generated; every lead says so.")
  private boolean simulatedContacts;

  @Option(
      names = "--keep-posts",
      description = {
        "Write every post that counted to posts.ndjson: its text, personal data masked, and what",
        "was made of it; and to ledger.ndjson what became of every record, minute by minute."
      })
  private boolean keepPosts;

  @Mixin private OutFolder out;

  @Override
  public Integer call() throws Exception {
    long started = System.currentTimeMillis();
    Catalogue catalogue = RuleOptions.catalogue(catalogueFile);
    Policy policy = rules.policy(catalogue);
    if (simulatedContacts && contacts.isEmpty()) {
      throw new UsageError("--simulated-contacts needs --contacts: which are generated?");
    }
    contacts.forEach(path -> LocalFiles.requireReadable("--contacts", path));
    changes.forEach(path -> LocalFiles.requireReadable("--changes", path));
    answers.check();
    control.forEach(path -> LocalFiles.requireReadable("--control", path));
    InputFiles files = files();
    Reading reading = input.reading(started);
    StreamExecutionEnvironment env = flink.environment();
    out.prepare(DetectionRun.FILES);
    Rules decided =
        new Rules(
            catalogue,
            policy,
            patterns == null ? List.of() : PatternFile.read(patterns, policy),
            weights.model(),
            Pseudonyms.UNKEYED,
            drafts.templates());
    Detection detection = new Detection(decided, files, reading, simulatedContacts, keepPosts);
    Summary summary = DetectionRun.run(detection, env, out.path());
    summary.print(System.out);
    IncidentList.read(out.path().resolve(Detection.INCIDENTS)).print(out.path(), System.out);
    return 0;
  }

  private InputFiles files() {
    PostFiles posts = input.files();
    LocalFiles.requireOneReader(
        Stream.of(posts.paths(), contacts, changes, answers.all(), control)
            .flatMap(List::stream)
            .toList());
    return new InputFiles(
        posts,
        List.copyOf(contacts),
        List.copyOf(changes),
        answers.verdicts(),
        answers.mutes(),
        List.copyOf(control));
  }
}
