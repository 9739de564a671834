/** Copies of the catalogue's indicator definitions (Indikatoren). */
package de.quartierwerk.classification.indicator;
