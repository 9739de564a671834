/**
 * Prints pages as PDF. The library holds a whole document in memory, so it runs in a process of its own
 * ({@link de.quartierwerk.reporting.print.PrintProgram}), which {@link de.quartierwerk.reporting.print.Printer} starts.
 */
@NullMarked
package de.quartierwerk.reporting.print;

import org.jspecify.annotations.NullMarked;
