package de.quartierwerk.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment of a grant (Auszahlung) was ordered, or its order was cancelled.
 *
 * @param application id of the application
 * @param payment id of the payment
 * @param amount amount of this payment
 * @param paidInTotal sum of all payments so far but for cancelled ones
 * @param orderedOn day of the payment order
 * @param version version of the application
 */
public record GrantPaid(
        UUID application, UUID payment, Money amount, Money paidInTotal, LocalDate orderedOn, long version) {}
