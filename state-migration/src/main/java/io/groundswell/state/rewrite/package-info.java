/** New savepoints out of old ones, entry by entry, without running a job. */
@NullMarked
package io.groundswell.state.rewrite;

import org.jspecify.annotations.NullMarked;
