/** How current the read model is. */
package de.quartierwerk.reporting.freshness;
