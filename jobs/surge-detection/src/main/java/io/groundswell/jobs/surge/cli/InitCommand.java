package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.proposal.Proposal;
import io.groundswell.domain.proposal.Proposer;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.RecordCutter;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.triage.Judgement;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proposes a catalogue. */
@Command(
    name = "init",
    description =
        "Proposes a catalogue from the handles, hashtags, tags and names in posts that complain.",
    footer = {"", "Example:", "  groundswell init --posts posts.ndjson.gz --out catalogue.yaml"})
final class InitCommand implements Callable<Integer> {
  @Mixin private PostOptions input;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where to write the catalogue. Default: standard output.")
  private String out = "-";

  @Option(names = "--force", description = "Replace the file.")
  private boolean force;

  private final Proposer proposer = new Proposer();
  private long read;
  private long unreadable;

  @Override
  public Integer call() throws IOException {
    PostFiles files = input.files();
    Reading reading = input.reading(System.currentTimeMillis());
    if (!force && !out.equals("-") && LocalFiles.exists(Path.of(out))) {
      throw new UsageError("--out: " + out + " is there already; --force replaces it");
    }
    Judgement judgement = new Judgement(Catalogue.none(), Policy.defaults());
    for (String path : files.paths()) {
      try (RecordCutter records = files.open(path)) {
        read(records, reading, judgement);
      }
    }
    Proposal proposal = proposal();
    try (Writer writer = LocalFiles.writer(out)) {
      writer.write(ProposedCatalogue.yaml(proposal));
    }
    System.err.printf(
        Locale.ROOT,
        "%,d posts read, %,d records unreadable; %,d products proposed from %,d complaints%n",
        read,
        unreadable,
        proposal.products().size(),
        proposal.complaints());
    return 0;
  }

  private Proposal proposal() {
    Proposal proposal = proposer.propose();
    if (proposal.products().isEmpty()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%,d posts, %,d complaints, and no name that %,d people complain about; give more"
                  + " posts",
              read,
              proposal.complaints(),
              proposal.least()));
    }
    return proposal;
  }

  private void read(RecordCutter records, Reading reading, Judgement judgement) throws IOException {
    for (RawRecord record = records.next(); record != null; record = records.next()) {
      try {
        take(reading.read(record), judgement);
      } catch (UnreadableRecord why) {
        unreadable++;
      }
    }
  }

  private void take(Post post, Judgement judgement) {
    read++;
    if (post.notice() || post.deleted() || post.withheld() || post.repostOf() != null) {
      return;
    }
    proposer.addAuthor(post);
    if (judgement.judge(post).complaint()) {
      proposer.addComplaint(post);
    }
  }
}
