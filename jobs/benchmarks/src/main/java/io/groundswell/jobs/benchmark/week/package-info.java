/** A week of posts at high speed, and whether the job is the same in its end as it was before. */
@NullMarked
package io.groundswell.jobs.benchmark.week;

import org.jspecify.annotations.NullMarked;
