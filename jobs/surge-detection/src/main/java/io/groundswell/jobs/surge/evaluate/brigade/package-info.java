/** Brigades: few who post as many, scripted here, to see how many of them open an incident. */
@NullMarked
package io.groundswell.jobs.surge.evaluate.brigade;

import org.jspecify.annotations.NullMarked;
