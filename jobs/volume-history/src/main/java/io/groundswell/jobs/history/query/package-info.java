/** Questions in SQL. */
@NullMarked
package io.groundswell.jobs.history.query;

import org.jspecify.annotations.NullMarked;
