/**
 * Authorised money: budget lines, years, groups of lines that cover each other, and what is committed.
 *
 * <p>Every line belongs to exactly one cover group, its own where it names none. A commitment locks the line (shared)
 * and then the row of its group (exclusively) before it compares, so that two decisions never see the same free money.
 */
@NullMarked
package de.quartierwerk.funding.budget;

import org.jspecify.annotations.NullMarked;
