/** Parts of a page that needs nothing but itself: tables, plots, figures in words. */
@NullMarked
package io.groundswell.jobs.surge.html;

import org.jspecify.annotations.NullMarked;
