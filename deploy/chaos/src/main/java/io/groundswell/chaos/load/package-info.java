/** What the cluster is given to read. */
@NullMarked
package io.groundswell.chaos.load;

import org.jspecify.annotations.NullMarked;
