/**
 * Catalogue of indicators (Indikatorenkatalog): versioned definitions, how ratios and formulas are computed, and in
 * which order.
 */
package de.quartierwerk.ingestion.catalogue;
