/**
 * What a machine has to have: the main job on one core, at rates that rise until it is too slow.
 */
@NullMarked
package io.groundswell.jobs.benchmark.sizing;

import org.jspecify.annotations.NullMarked;
