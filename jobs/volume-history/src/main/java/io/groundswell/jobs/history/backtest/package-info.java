/** What other rules would have told of the history. */
@NullMarked
package io.groundswell.jobs.history.backtest;

import org.jspecify.annotations.NullMarked;
