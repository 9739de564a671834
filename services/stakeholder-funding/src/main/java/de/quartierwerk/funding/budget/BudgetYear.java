package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * @param adoption the decision on the budget
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
        List<@NotNull @Valid Authorisation> additional,

        @Valid @Schema(description = "The decision on the budget; a year without is an irregularity") @Nullable
        Adoption adoption) {

    /** Copies the list. */
    public BudgetYear {
        additional = Texts.copy(additional);
    }

    /** A year without money. */
    static BudgetYear none(int year) {
        return new BudgetYear(year, Money.ZERO, null, null, false, List.of(), null);
    }

    /** What each cause gives the year, or takes from it. */
    Map<Cause, Money> amounts() {
        Map<Cause, Money> amounts = new EnumMap<>(Cause.class);
        amounts.put(Cause.PLAN, planned);
        amounts.put(Cause.CARRY_OVER, Money.orZero(carriedOver));
        amounts.put(Cause.ABOVE_PLAN, additional(Authorisation.Kind.ABOVE_PLAN));
        amounts.put(Cause.OUTSIDE_PLAN, additional(Authorisation.Kind.OUTSIDE_PLAN));
        amounts.put(Cause.BLOCK, Money.orZero(blocked));
        return amounts;
    }

    private Money additional(Authorisation.Kind kind) {
        return Money.sum(additional.stream()
                .filter(each -> each.kind() == kind)
                .map(Authorisation::amount)
                .toList());
    }
}
