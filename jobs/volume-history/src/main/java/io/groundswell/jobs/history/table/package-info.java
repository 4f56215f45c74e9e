/** The tables, and the warehouse that holds them. */
@NullMarked
package io.groundswell.jobs.history.table;

import org.jspecify.annotations.NullMarked;
