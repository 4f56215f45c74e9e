/** What the job is told. */
@NullMarked
package io.groundswell.jobs.history.settings;

import org.jspecify.annotations.NullMarked;
