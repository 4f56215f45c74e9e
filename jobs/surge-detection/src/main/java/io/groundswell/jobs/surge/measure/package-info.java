/**
 * Metrics: whether the job works, for whoever watches it. They are never read by the job itself.
 */
@NullMarked
package io.groundswell.jobs.surge.measure;

import org.jspecify.annotations.NullMarked;
