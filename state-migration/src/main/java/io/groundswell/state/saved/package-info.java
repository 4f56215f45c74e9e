/** What lies in a savepoint, read without running a job. */
@NullMarked
package io.groundswell.state.saved;

import org.jspecify.annotations.NullMarked;
