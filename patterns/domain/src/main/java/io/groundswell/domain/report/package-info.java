/**
 * What people report: the complaints of a surge, what sets them apart, and which belong together.
 */
@NullMarked
package io.groundswell.domain.report;

import org.jspecify.annotations.NullMarked;
