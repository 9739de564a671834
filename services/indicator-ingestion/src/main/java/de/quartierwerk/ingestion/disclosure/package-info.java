/**
 * Disclosure control (Geheimhaltung): which released values the public may see. Pure functions over the cells of one
 * indicator and period; today the primary rules, which look at each cell by itself. Whatever decides here keeps its
 * reason, which stewards may read and nobody else.
 */
package de.quartierwerk.ingestion.disclosure;
