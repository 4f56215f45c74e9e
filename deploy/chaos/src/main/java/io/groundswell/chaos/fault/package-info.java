/** What goes wrong. */
@NullMarked
package io.groundswell.chaos.fault;

import org.jspecify.annotations.NullMarked;
