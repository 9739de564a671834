/**
 * Reading released values (Werte): as they are known now or were known at an instant, exact for stewards in their
 * areas, after disclosure control for all others. Which of the two a caller gets is decided in the query itself.
 */
@NullMarked
package de.quartierwerk.ingestion.release.value;

import org.jspecify.annotations.NullMarked;
