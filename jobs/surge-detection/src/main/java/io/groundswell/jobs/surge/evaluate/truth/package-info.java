/** What a job told, judged by what is known to have happened. */
@NullMarked
package io.groundswell.jobs.surge.evaluate.truth;

import org.jspecify.annotations.NullMarked;
