/** Actors and their offers as stakeholder funding published them; only published ones are ever shown. */
@NullMarked
package de.quartierwerk.reporting.stakeholder;

import org.jspecify.annotations.NullMarked;
