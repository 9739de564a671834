/** Parameters that several calls share. */
package de.quartierwerk.reporting.parameter;
