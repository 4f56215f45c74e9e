/** The third job: what was counted, kept as tables that everybody can query. */
@NullMarked
package io.groundswell.jobs.history;

import org.jspecify.annotations.NullMarked;
