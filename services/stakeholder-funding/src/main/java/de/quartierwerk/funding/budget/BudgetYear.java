package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line's money of a year (Haushaltsansatz).
 *
 * @param year calendar year
 * @param planned amount in the adopted budget
 * @param carriedOver amount carried over from the year before
 * @param blocked amount that must not be used (Sperrvermerk)
 * @param provisional whether the budget is not adopted yet (vorläufige Haushaltsführung)
 * @param additional amounts authorised above or outside of the plan
 */
@Schema(description = "A line's money of one year")
public record BudgetYear(
        @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Valid Money planned,

        @Valid @Schema(description = "Carried over from the year before") @Nullable
        Money carriedOver,

        @Valid @Schema(description = "Must not be used (Sperrvermerk)") @Nullable
        Money blocked,

        @Schema(description = "Budget not adopted yet (vorläufige Haushaltsführung)", defaultValue = "false")
        boolean provisional,

        @Schema(defaultValue = "[]", description = "Authorised above or outside of the plan")
        List<@NotNull @Valid Authorisation> additional) {

    /** Copies the list. */
    public BudgetYear {
        additional = Texts.copy(additional);
    }

    /**
     * What decisions may commit: planned, carried over and additional money without the blocked part. May be below
     * zero.
     */
    public Money authorised() {
        Money more = Money.sum(additional.stream().map(Authorisation::amount).toList());
        return planned.plus(Money.orZero(carriedOver)).plus(more).minus(Money.orZero(blocked));
    }
}
