/** Checkpoints and savepoints as they lie on disk, judged without running anything. */
@NullMarked
package io.groundswell.jobs.surge.connector.saved;

import org.jspecify.annotations.NullMarked;
