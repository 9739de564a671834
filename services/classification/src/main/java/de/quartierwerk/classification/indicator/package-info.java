/** Copies of the catalogue's indicator definitions (Indikatoren). */
@NullMarked
package de.quartierwerk.classification.indicator;

import org.jspecify.annotations.NullMarked;
