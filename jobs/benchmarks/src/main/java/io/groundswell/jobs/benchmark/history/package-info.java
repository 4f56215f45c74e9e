/** What a year of volumes costs to write, to ask and to keep. */
@NullMarked
package io.groundswell.jobs.benchmark.history;

import org.jspecify.annotations.NullMarked;
