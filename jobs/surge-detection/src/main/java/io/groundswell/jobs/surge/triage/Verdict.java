package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.catalogue.Recognition;
import io.groundswell.domain.triage.Voice;

/**
 * What is made of a post.
 *
 * @param probability that it is a complaint, 0 to 1
 * @param complaint whether it counts as one
 * @param voice who speaks; not asked of chatter that is not judged in full
 * @param recognition what it is about
 */
public record Verdict(
    double probability, boolean complaint, Voice voice, Recognition recognition) {}
