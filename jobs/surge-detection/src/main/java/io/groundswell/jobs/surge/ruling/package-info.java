/** How what people rule reaches the operators of a running job. */
package io.groundswell.jobs.surge.ruling;
