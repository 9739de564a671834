/**
 * The books: an append-only journal in cents with double entry, accounts by budget line and year.
 *
 * <p>The database numbers the postings, keeps the balance after each and chains them by hashes. Only one transaction
 * writes at a time, so a posting comes after all other locks of a transaction.
 */
@NullMarked
package de.quartierwerk.funding.ledger;

import org.jspecify.annotations.NullMarked;
