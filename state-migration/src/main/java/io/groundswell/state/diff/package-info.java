/** What differs between two savepoints. */
@NullMarked
package io.groundswell.state.diff;

import org.jspecify.annotations.NullMarked;
