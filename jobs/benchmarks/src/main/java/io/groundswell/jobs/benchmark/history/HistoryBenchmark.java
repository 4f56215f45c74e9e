package io.groundswell.jobs.benchmark.history;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A year of volumes: what it costs to ask it, to write what the main job says, and to merge it. */
public final class HistoryBenchmark {
  private static final List<Integer> STOPS = List.of(7, 30, 90, 180, 365);
  private static final int FIRST_LOOK = 2;

  private final Path folder;
  private final Plan plan;
  private final Policy policy;
  private final HistoryReport report;
  private final HistoryPage page = new HistoryPage();
  private final Consumer<String> progress;

  /**
   * A measurement.
   *
   * @param folder new or empty; what is written stays there
   * @param policy of the main job
   * @param progress is told what is being done
   */
  public HistoryBenchmark(
      Path folder, Plan plan, Policy policy, PrintStream out, Consumer<String> progress) {
    this.folder = folder;
    this.plan = plan;
    this.policy = policy;
    this.report = new HistoryReport(out);
    this.progress = progress;
  }

  /**
   * How much.
   *
   * @param days of volumes
   * @param subjects that have them
   * @param disk bytes after which no more days are written
   * @param posts of the feed
   * @param seconds of event time in it
   * @param live how many seconds jobs run at its rate
   * @param largeDay rows of a day that is merged
   * @param largeFiles files that it has before
   */
  public record Plan(
      int days,
      int subjects,
      long disk,
      long posts,
      int seconds,
      int live,
      int largeDay,
      int largeFiles) {}

  /** Measures, prints, and gives the page. */
  public String run() throws Exception {
    Files.createDirectories(folder);
    OwnProcess processes = new OwnProcess(folder);
    year(processes);
    Writing.Result writing =
        new Writing(folder, policy, new Writing.Plan(plan.posts, plan.seconds, plan.live), progress)
            .measure();
    report.writing(writing);
    page.writing(writing);
    merge(new Merged(processes));
    return page.html();
  }

  private void year(OwnProcess processes) throws Exception {
    Path home = Files.createDirectories(folder.resolve("year"));
    List<Asked> asked = new ArrayList<>();
    try (Warehouse warehouse = Warehouse.open(Place.folder(home))) {
      warehouse.prepare();
      try (Year year = new Year(warehouse, plan.subjects)) {
        year.write(Math.min(FIRST_LOOK, plan.days), plan.disk, this::tell);
        report.rate(year);
        report.questions();
        Questions questions = new Questions(home, processes, Subjects.of(plan.subjects));
        for (int stop : stops()) {
          year.write(stop, plan.disk, this::tell);
          ask(questions, year, asked);
          if (year.days() < stop) {
            break;
          }
        }
        last(asked, year.days()).forEach(report::verdict);
        report.year(year, plan.days);
        page.year(year).questions(asked);
      }
    }
  }

  private List<Integer> stops() {
    IntStream before = STOPS.stream().mapToInt(Integer::intValue).filter(stop -> stop < plan.days);
    return IntStream.concat(before, IntStream.of(plan.days)).boxed().toList();
  }

  private void ask(Questions questions, Year year, List<Asked> asked) throws Exception {
    for (Question question : Question.values()) {
      progress.accept("%d days: %s".formatted(year.days(), question.label()));
      Asked one = questions.ask(question, year.days(), year.rows());
      report.asked(one);
      asked.add(one);
    }
  }

  private static List<Asked> last(List<Asked> asked, int days) {
    return asked.stream().filter(one -> one.days() == days).toList();
  }

  private void tell(Year year) {
    double left = year.seconds() / year.days() * (plan.days - year.days());
    progress.accept(
        String.format(
            Locale.ROOT,
            "%d of %d days, %,d rows, %.2f GB; %.1f min of writing left",
            year.days(),
            plan.days,
            year.rows(),
            year.bytes() / 1e9,
            left / 60));
  }

  private void merge(Merged merged) throws Exception {
    progress.accept("merging small files");
    merged("what was written", merged.written(folder.resolve(Writing.KEPT), plan.subjects));
    progress.accept("merging a large day");
    merged("a large day", merged.large(folder.resolve("large"), plan.largeDay, plan.largeFiles));
  }

  private void merged(String what, Merged.Result result) {
    report.merged(what, result);
    page.merged(what, result);
  }

  /** Makes sure that nothing is overwritten. */
  static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
