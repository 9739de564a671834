package de.quartierwerk.funding.money;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of a budget year (Betrag eines Haushaltsjahres).
 *
 * @param year calendar year
 * @param amount amount in that year
 */
@Schema(description = "An amount of one budget year")
public record YearAmount(
        @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Valid Money amount) {

    /** Sum over all years. */
    public static Money total(Collection<YearAmount> amounts) {
        return Money.sum(amounts.stream().map(YearAmount::amount).toList());
    }

    /** Amounts by year, in the order of the years; amounts of the same year are added. */
    public static Map<Integer, Money> byYear(Collection<YearAmount> amounts) {
        Map<Integer, Money> byYear = new TreeMap<>();
        amounts.forEach(each -> byYear.merge(each.year(), each.amount(), Money::plus));
        return byYear;
    }

    /** One amount for each year, in the order of the years; amounts of the same year are added. */
    public static List<YearAmount> merged(Collection<YearAmount> amounts) {
        return byYear(amounts).entrySet().stream()
                .map(each -> new YearAmount(each.getKey(), each.getValue()))
                .toList();
    }
}
