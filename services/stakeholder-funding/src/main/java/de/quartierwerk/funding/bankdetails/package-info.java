/** Accounts of actors (Bankverbindungen): changed by one person, confirmed by another, shown masked. */
@NullMarked
package de.quartierwerk.funding.bankdetails;

import org.jspecify.annotations.NullMarked;
