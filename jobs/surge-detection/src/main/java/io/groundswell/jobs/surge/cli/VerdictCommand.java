package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.catalogue.Nearest;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person answers to an incident. */
@Command(
    name = "verdict",
    description =
        "Says what an incident was: to everybody who reads of it, and to those who evaluate and train.",
    footer = {
      "",
      "  acknowledged  you have taken it on; nothing is said of its truth",
      "  real          something was broken",
      "  false         nothing was; with habituation in the policy its subject, and no other, has to",
      "                burst larger to be told again",
      "  duplicate     another incident tells of the same: name it with --of",
      "",
      "Examples:",
      "  groundswell verdict shop/checkout:20260306T132000Z acknowledged",
      "  groundswell verdict shop/checkout:20260306T132000Z real --note 'card rules 4.2'",
      "  groundswell verdict shop:20260306T132500Z duplicate --of shop/checkout:20260306T132000Z"
    })
final class VerdictCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "INCIDENT", description = "Its incident_id.")
  private String incident;

  @Parameters(
      index = "1",
      paramLabel = "VERDICT",
      description = "acknowledged, real, false or duplicate.")
  private String verdict;

  @Option(
      names = "--of",
      paramLabel = "INCIDENT",
      description = "The incident that tells of the same.")
  private String other;

  @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.")
  private String note;

  @Mixin private AnswerTarget target;

  @Override
  public Integer call() {
    Judgement judgement = Judgement.of(verdict.toLowerCase(Locale.ROOT));
    if (judgement == null) {
      throw new UsageError(
          "'%s' is no verdict; %s".formatted(verdict, Nearest.hint(verdict, Judgement.labels())));
    }
    requireId("INCIDENT", incident);
    if ((judgement == Judgement.DUPLICATE) != (other != null)) {
      throw new UsageError(
          other == null
              ? "duplicate needs --of: which incident tells of the same?"
              : "--of goes with duplicate alone");
    }
    if (other != null) {
      requireId("--of", other);
      if (other.equals(incident)) {
        throw new UsageError("--of names the incident itself; name the other one");
      }
    }
    String topic = target.settings().answers().verdicts();
    long now = System.currentTimeMillis();
    target.answers().send(topic, new Verdict(incident, judgement, target.by(), now, other, note));
    System.out.printf(
        "%s: %s by %s, written to '%s'.%n", incident, judgement.label(), target.by(), topic);
    return 0;
  }

  private static void requireId(String what, String id) {
    if (!id.matches(".+:[0-9]{8}T[0-9]{6}Z")) {
      throw new UsageError(
          "%s is '%s'; give an incident_id such as shop/checkout:20260306T132000Z"
              .formatted(what, id));
    }
  }
}
