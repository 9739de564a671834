/** Actors and their offers as stakeholder funding told them; only published ones are ever shown. */
package de.quartierwerk.reporting.stakeholder;
