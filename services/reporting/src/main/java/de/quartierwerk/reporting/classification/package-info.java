/** Published classification runs with their results and needs, and the overview of the fields of action. */
package de.quartierwerk.reporting.classification;
