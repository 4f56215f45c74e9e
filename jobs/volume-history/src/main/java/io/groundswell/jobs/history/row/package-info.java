/** What the main job writes, as rows of tables. */
@NullMarked
package io.groundswell.jobs.history.row;

import org.jspecify.annotations.NullMarked;
