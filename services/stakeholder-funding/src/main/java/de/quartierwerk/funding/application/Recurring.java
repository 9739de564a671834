package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The same amount every year (wiederkehrende Förderung).
 *
 * @param from first year
 * @param to last year
 * @param amount amount of each year
 */
@Schema(name = "RecurringAmount", description = "The same amount every year")
public record Recurring(
        @Min(1990) @Max(2100) @Schema(examples = "2027") int from,
        @Min(1990) @Max(2100) @Schema(examples = "2029") int to,
        @NotNull @Valid Money amount) {

    private static final int FIRST = 1990;
    private static final int LAST = 2100;

    /** One amount a year; none where the years are no years of a budget. */
    @SuppressWarnings("NullAway") // a request holds null until the validation has refused it
    List<YearAmount> amounts() {
        return amount == null || from < FIRST || to > LAST
                ? List.of()
                : IntStream.rangeClosed(from, to)
                        .mapToObj(year -> new YearAmount(year, amount))
                        .toList();
    }
}
