package io.groundswell.jobs.benchmark.sizing;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code --sizing} is told. */
public final class SizingOptions {
  private static final int MINUTES = 5;

  /** So that the last can be slower than the first. */
  private static final int QUICK_MINUTES = 2;

  @Option(
      names = "--sizing",
      description =
          "Only what a machine has to have: the main job at default settings on one core and in 2 GB,"
              + " at rates that rise until it falls behind; processor, memory and disk. An hour and"
              + " a half, quick: half an hour.")
  private boolean sizing;

  @Option(
      names = "--rates",
      paramLabel = "N",
      split = ",",
      description =
          "With --sizing: posts a second, rising; ends with the first that is too many. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<Integer> rates = List.of(50, 200, 1_000, 2_000, 5_000, 10_000, 20_000);

  @Option(
      names = "--hours",
      paramLabel = "N",
      description =
          "With --sizing: event time of the posts that the job has seen before. Default:"
              + " ${DEFAULT-VALUE}.")
  private int hours = 2;

  @Option(
      names = "--each",
      paramLabel = "MINUTES",
      description = "With --sizing: how long a rate is measured. Default: 5; quick: 2.")
  private int each;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "With --sizing: -Xmx of the job's process. Default: ${DEFAULT-VALUE}.")
  private String heap = "1g";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Whether it is asked for. */
  public boolean asked() {
    return sizing;
  }

  /** Measures and prints. */
  public void run(Path folder, boolean quick, PrintStream out, Consumer<String> progress)
      throws Exception {
    if (hours < 1 || each < 0 || rates.stream().anyMatch(rate -> rate < 1)) {
      throw new ParameterException(command.commandLine(), "--rates, --hours and --each begin at 1");
    }
    if (!heap.matches("[1-9][0-9]*[mg]")) {
      throw new ParameterException(
          command.commandLine(), "--heap: '%s' is no size such as 768m or 1g".formatted(heap));
    }
    int minutes = each > 0 ? each : quick ? QUICK_MINUTES : MINUTES;
    new Sizing(folder, new Sizing.Plan(rates, hours, minutes, heap), out, progress).print();
  }
}
