/** Savepoints of the main job that a backtest begins with. */
@NullMarked
package io.groundswell.state.snapshot;

import org.jspecify.annotations.NullMarked;
