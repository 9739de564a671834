package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.money.Money;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Committed money of a grant (Festlegung): what a line's year gives.
 *
 * @param line code of the budget line whose money it is
 * @param year budget year
 * @param amount amount
 */
@Schema(description = "Committed money of a grant")
public record Tranche(
        @Schema(examples = "wohlfahrt") String line,
        @Schema(examples = "2024") int year,
        Money amount) {

    boolean isOf(LineYear place) {
        return line.equals(place.line()) && year == place.year();
    }

    Tranche less(Money part) {
        return new Tranche(line, year, amount.minus(part));
    }

    /** What is committed for a year. */
    public static Money of(Collection<Tranche> tranches, int year) {
        return Money.sum(tranches.stream()
                .filter(each -> each.year() == year)
                .map(Tranche::amount)
                .toList());
    }
}
