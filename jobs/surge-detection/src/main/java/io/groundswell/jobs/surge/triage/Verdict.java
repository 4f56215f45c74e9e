package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.catalogue.Recognition;

/**
 * What is made of a post.
 *
 * @param probability that it is a complaint, 0 to 1
 * @param complaint whether it counts as one
 * @param recognition what it is about
 */
public record Verdict(double probability, boolean complaint, Recognition recognition) {}
