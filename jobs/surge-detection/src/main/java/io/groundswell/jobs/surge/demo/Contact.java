package io.groundswell.jobs.surge.demo;

/**
 * Somebody asks support for help.
 *
 * @param product what about
 * @param record as the job reads it
 */
record Contact(String product, String record) {}
