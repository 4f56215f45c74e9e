package io.groundswell.domain.contact;

import org.jspecify.annotations.Nullable;

/**
 * A call, mail, chat or ticket: the traditional channel's item. All ids are as the sender gives
 * them; a catalogue may not know them.
 *
 * @param id identity for de-duplication
 * @param createdAt event time, epoch milliseconds
 * @param channel {@code phone}, {@code email}, {@code chat}, {@code ticket}, or the sender's word
 * @param product product id
 * @param component component id, or null
 * @param region country, subdivision or own region, or null
 */
public record SupportContact(
    String id,
    long createdAt,
    String channel,
    String product,
    @Nullable String component,
    @Nullable String region) {}
