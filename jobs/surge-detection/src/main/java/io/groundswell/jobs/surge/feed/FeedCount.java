package io.groundswell.jobs.surge.feed;

/**
 * Posts that one feed brought in one bucket; a part of them.
 *
 * @param feed key of the feed
 * @param start start of the bucket, epoch milliseconds
 * @param posts 1 or more
 */
public record FeedCount(String feed, long start, int posts) {}
