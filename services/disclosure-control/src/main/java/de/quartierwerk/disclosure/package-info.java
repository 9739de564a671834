/**
 * Disclosure control (Geheimhaltung): which released values the public may see. Pure functions over the cells of one
 * related indicators in one period. The primary rules look at each cell by itself; the secondary rules see to it that
 * nothing can be computed from sums, from several indicators or from what was published before. Whatever decides here
 * keeps its reason, which stewards may read and nobody else.
 */
@NullMarked
package de.quartierwerk.disclosure;

import org.jspecify.annotations.NullMarked;
