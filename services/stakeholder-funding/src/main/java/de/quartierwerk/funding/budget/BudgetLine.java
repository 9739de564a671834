package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A budget line (Haushaltsposition) as it is answered.
 *
 * @param code natural key
 * @param name name for people
 * @param product product or part of it, or null
 * @param account account, or null
 * @param coverGroup group of lines that cover each other, or null
 * @param years amounts by year
 * @param balances what is authorised, committed and free, by year
 */
@Schema(description = "A budget line (Haushaltsposition)")
public record BudgetLine(
        @Schema(examples = "wohlfahrt") String code,

        @Schema(examples = "Zuschüsse an Wohlfahrtsverbände")
        String name,

        @Schema(nullable = true, examples = "950170") String product,
        @Schema(nullable = true, examples = "531860") String account,
        @Schema(nullable = true, examples = "soziales") String coverGroup,
        List<BudgetYear> years,
        List<Balance> balances) {

    /** Copies the lists. */
    public BudgetLine {
        years = List.copyOf(years);
        balances = List.copyOf(balances);
    }

    /**
     * State of a year.
     *
     * @param year calendar year
     * @param authorised what the line itself may commit
     * @param committed what decisions have taken from the line
     * @param available what is free in the line's cover group
     */
    @Schema(name = "BudgetBalance", description = "State of a line's year")
    public record Balance(@Schema(examples = "2024") int year, Money authorised, Money committed, Money available) {}
}
