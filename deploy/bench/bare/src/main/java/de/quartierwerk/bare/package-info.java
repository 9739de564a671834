/** A service without database, broker and issuer, which only benchmarks start. */
package de.quartierwerk.bare;
