/** Whether another version of the job can go on from a savepoint. */
@NullMarked
package io.groundswell.state.check;

import org.jspecify.annotations.NullMarked;
