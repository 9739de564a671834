/** Classification (Klassifikation): schemes, runs over released values, results and needs for action. */
package de.quartierwerk.classification;
