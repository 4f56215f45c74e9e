/** What judging a post costs. */
@NullMarked
package io.groundswell.jobs.benchmark.judging;

import org.jspecify.annotations.NullMarked;
