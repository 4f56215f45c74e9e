/** Where lines come from, and where rows go. */
@NullMarked
package io.groundswell.jobs.history.connector;

import org.jspecify.annotations.NullMarked;
