package io.groundswell.domain.change;

/**
 * What a product has saved of its alarm budget for the hours after its changes. Flat, since it is
 * operator state.
 *
 * @param minutes of the whole budget, at least 0
 * @param asOf when it was so much, epoch milliseconds
 */
public record Allowance(double minutes, long asOf) {}
