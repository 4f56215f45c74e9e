/** What every feed does: read, hand on, wait after a failure, and read on. */
@NullMarked
package io.groundswell.feeds;

import org.jspecify.annotations.NullMarked;
