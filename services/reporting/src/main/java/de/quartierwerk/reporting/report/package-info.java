/**
 * Reports: a caller requests them, the worker assembles them once from the read model, they are stored unchanged, shown
 * on demand and published. The document ({@link de.quartierwerk.reporting.report.MonitoringDocument}) holds everything
 * that a page shows.
 */
@NullMarked
package de.quartierwerk.reporting.report;

import org.jspecify.annotations.NullMarked;
