/** Whether suspicion falls on the right change, over generated histories of changes and faults. */
@NullMarked
package io.groundswell.jobs.surge.evaluate.suspects;

import org.jspecify.annotations.NullMarked;
