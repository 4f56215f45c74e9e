package io.groundswell.jobs.surge;

import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.LateMention;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the main job gives.
 *
 * @param incidents what people are told
 * @param volumes every bucket with complaints, scored
 * @param deadLetters records that are no posts
 * @param late complaints that came too late to count
 * @param unknown handles, hashtags and phrases of complaints that match no product
 */
public record Results(
    DataStream<IncidentUpdate> incidents,
    DataStream<ScoredBucket> volumes,
    DataStream<DeadLetter> deadLetters,
    DataStream<LateMention> late,
    DataStream<String> unknown) {}
