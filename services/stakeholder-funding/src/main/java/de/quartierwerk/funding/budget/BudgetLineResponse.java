package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A budget line (Haushaltsposition) as the API answers it.
 *
 * @param code natural key
 * @param name name for people
 * @param product product or part of it
 * @param account account
 * @param coverGroup group of lines that cover each other
 * @param years amounts by year
 * @param balances what is authorised, committed and free, by year
 */
@Schema(description = "A budget line (Haushaltsposition)")
public record BudgetLineResponse(
        @Schema(examples = "wohlfahrt") String code,

        @Schema(examples = "Zuschüsse an Wohlfahrtsverbände")
        String name,

        @Schema(examples = "950170") @Nullable String product,
        @Schema(examples = "531860") @Nullable String account,
        @Schema(examples = "soziales") @Nullable String coverGroup,
        List<BudgetYear> years,
        List<Balance> balances) {

    /** Copies the lists. */
    public BudgetLineResponse {
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
