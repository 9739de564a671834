/**
 * Reports: requested, assembled once from the read model, kept unchanged, rendered on demand, published. The document
 * ({@link de.quartierwerk.reporting.report.MonitoringDocument}) holds everything that a page shows.
 */
@NullMarked
package de.quartierwerk.reporting.report;

import org.jspecify.annotations.NullMarked;
