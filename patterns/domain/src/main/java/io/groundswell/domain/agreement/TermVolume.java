package io.groundswell.domain.agreement;

import io.groundswell.domain.volume.People;
import io.groundswell.domain.volume.TermPast;
import org.jspecify.annotations.Nullable;

/**
 * How often a term was used in a bucket.
 *
 * @param term the term
 * @param observed authors who used it for the first time in the clock hour
 * @param voices voices that did
 * @param posts complaints with it
 * @param people who has used it in the clock hour
 * @param past what was known of it, where it becomes a subject with this bucket; else null
 */
public record TermVolume(
    String term, int observed, int voices, int posts, People people, @Nullable TermPast past) {}
