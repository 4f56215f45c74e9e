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

  /** The same with another explanation. */
  Briefing explained(String words) {
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
        policyVersion,
        catalogueVersion);
  }
}
