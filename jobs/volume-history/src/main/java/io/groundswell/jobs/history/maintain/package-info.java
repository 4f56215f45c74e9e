/** What keeps a warehouse small and its promises kept. */
@NullMarked
package io.groundswell.jobs.history.maintain;

import org.jspecify.annotations.NullMarked;
