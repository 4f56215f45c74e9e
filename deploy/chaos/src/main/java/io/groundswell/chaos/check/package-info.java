/** Whether everything came out right, by what is committed in the topics alone. */
@NullMarked
package io.groundswell.chaos.check;

import org.jspecify.annotations.NullMarked;
