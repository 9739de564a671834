/** Amounts of money as the API writes them: decimal strings of one currency. */
package de.quartierwerk.funding.money;
