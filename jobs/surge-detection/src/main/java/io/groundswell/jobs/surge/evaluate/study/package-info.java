/**
 * Detectors compared on streams that are generated here, so that every figure can be reproduced.
 */
@NullMarked
package io.groundswell.jobs.surge.evaluate.study;

import org.jspecify.annotations.NullMarked;
