/** Connections that stream, and what servers say about when to come again. */
@NullMarked
package io.groundswell.feeds.web;

import org.jspecify.annotations.NullMarked;
