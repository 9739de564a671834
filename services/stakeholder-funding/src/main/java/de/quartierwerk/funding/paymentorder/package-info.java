/**
 * Orders to the treasury (Auszahlungsanordnungen): given by the second person of a payment, handed over in files, and
 * confirmed or cancelled by what the treasury reports.
 */
@NullMarked
package de.quartierwerk.funding.paymentorder;

import org.jspecify.annotations.NullMarked;
