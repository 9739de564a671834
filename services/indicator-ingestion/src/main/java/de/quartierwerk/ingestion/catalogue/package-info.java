/**
 * Catalogue of indicators (Indikatorenkatalog): versioned definitions, how ratios and formulas are computed, and in
 * which order.
 */
@NullMarked
package de.quartierwerk.ingestion.catalogue;

import org.jspecify.annotations.NullMarked;
