package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.funding.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line's money of a year (Haushaltsansatz).
 *
 * @param year calendar year
 * @param planned amount in the adopted budget
 * @param carriedOver amount carried over from the year before, or null
 * @param blocked amount that must not be used (Sperrvermerk), or null
 * @param provisional whether the budget is not adopted yet (vorläufige Haushaltsführung)
 * @param additional amounts authorised above or outside of the plan
 */
@Schema(description = "A line's money of one year")
public record BudgetYear(
        @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Valid Money planned,

        @Valid @Schema(nullable = true, description = "Carried over from the year before")
        Money carriedOver,

        @Valid @Schema(nullable = true, description = "Must not be used (Sperrvermerk)")
        Money blocked,

        @Schema(description = "Budget not adopted yet (vorläufige Haushaltsführung)", defaultValue = "false")
        boolean provisional,

        @Schema(description = "Authorised above or outside of the plan")
        List<@NotNull @Valid Authorisation> additional) {

    /** Copies the list. */
    public BudgetYear {
        additional = Texts.copy(additional);
    }

    /** What may be committed: planned, carried over and additional money, less what is blocked; may be below zero. */
    public Money authorised() {
        Money more = Money.sum(additional.stream().map(Authorisation::amount).toList());
        return planned.plus(Money.orZero(carriedOver)).plus(more).minus(Money.orZero(blocked));
    }
}
