package io.groundswell.domain.briefing;

import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.report.Commonality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that people are told of an incident at one moment: the figures, and what posts say.
 *
 * @param update the figures
 * @param title one sentence a person can act on
 * @param explanation what, where, since when, how sure, what changed
 * @param commonality what the reports have in common
 * @param reach where it is, and where it is not
 * @param counterfactuals whether it would have opened with less
 * @param recovery what posts say of its end
 * @param replies whom to answer
 * @param drafts words to publish, once a person has read them; null where none are wanted
 * @param question what to ask people, since it would tell most; null where nothing would
 * @param curve complaints over time
 * @param suspicions what is thought of changes around it, the likeliest cause first
 * @param withdrawn posts that may have been shown before, and must not be any more; see {@link
 *     io.groundswell.domain.voice.Quote#key()}
 * @param policyVersion which policy decided it
 * @param catalogueVersion which catalogue did
 */
public record Briefing(
    IncidentUpdate update,
    String title,
    String explanation,
    Commonality commonality,
    Reach reach,
    List<Counterfactual> counterfactuals,
    Recovery recovery,
    Replies replies,
    @Nullable Drafts drafts,
    @Nullable Question question,
    Curve curve,
    List<Suspicion> suspicions,
    List<String> withdrawn,
    String policyVersion,
    String catalogueVersion) {

  /** What does not say yet what decided it. */
  Briefing(
      IncidentUpdate update,
      String title,
      String explanation,
      Commonality commonality,
      Reach reach,
      List<Counterfactual> counterfactuals,
      Recovery recovery,
      Replies replies,
      @Nullable Drafts drafts,
      @Nullable Question question,
      Curve curve,
      List<Suspicion> suspicions,
      List<String> withdrawn) {
    this(
        update,
        title,
        explanation,
        commonality,
        reach,
        counterfactuals,
        recovery,
        replies,
        drafts,
        question,
        curve,
        suspicions,
        withdrawn,
        "",
        "");
  }

  /** The same with another explanation. */
  Briefing explained(String words) {
    return copy(words, policyVersion, catalogueVersion);
  }

  /** The same with what decided it. */
  public Briefing decidedBy(String policy, String catalogue) {
    return copy(explanation, policy, catalogue);
  }

  private Briefing copy(String words, String policy, String catalogue) {
    return new Briefing(
        update,
        title,
        words,
        commonality,
        reach,
        counterfactuals,
        recovery,
        replies,
        drafts,
        question,
        curve,
        suspicions,
        withdrawn,
        policy,
        catalogue);
  }
}
