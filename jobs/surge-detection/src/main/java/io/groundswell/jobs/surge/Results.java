package io.groundswell.jobs.surge;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.LateMention;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.ledger.Tally;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What the main job gives.
 *
 * @param incidents what people are told
 * @param volumes every bucket with complaints, scored
 * @param contacts every bucket of the support queue with contacts, scored, and those in which a
 *     surge of it ends
 * @param leads rows of the lead ledger, each time that they change; the last of a key is true
 * @param deadLetters records that are no posts, no contacts and no change events
 * @param late complaints and contacts that came too late to count
 * @param ledger what became of every record, minute by minute
 * @param posts every post that counts, and which were withdrawn; none where nobody keeps posts
 * @param inputs what else moved the job; none where nobody keeps posts
 * @param unknown handles, hashtags and phrases of complaints that match no product
 */
public record Results(
    DataStream<Briefing> incidents,
    DataStream<ScoredBucket> volumes,
    DataStream<ScoredBucket> contacts,
    DataStream<LeadEntry> leads,
    DataStream<DeadLetter> deadLetters,
    DataStream<LateMention> late,
    DataStream<Tally> ledger,
    DataStream<CountedPost> posts,
    @Nullable DataStream<KeptInput> inputs,
    DataStream<String> unknown) {}
