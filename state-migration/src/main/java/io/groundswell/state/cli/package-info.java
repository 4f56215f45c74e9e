/** Commands under {@code groundswell state}. */
@NullMarked
package io.groundswell.state.cli;

import org.jspecify.annotations.NullMarked;
