package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of a budget year (Jahresabschluss).
 *
 * @param year budget year
 * @param paperNumber number of the council paper
 * @param expired money of all lines that was free or blocked
 * @param closedBy name of the account
 * @param closedAt instant
 */
@Schema(name = "BudgetYearClosing", description = "The end of a budget year")
public record ClosingResponse(
        @Schema(examples = "2024") int year,
        @Schema(examples = "2025/0042") String paperNumber,
        Money expired,
        @Schema(examples = "clerk") String closedBy,
        Instant closedAt) {}
