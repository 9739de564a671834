package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Conflict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Interest on claims: five points above the base rate (§ 49a Abs. 3 VwVfG), simple, by days of a year of 365 days, over
 * every change of the base rate.
 */
final class Interest {

    private static final BigDecimal POINTS = new BigDecimal(5);
    private static final BigDecimal PERCENT_DAYS_OF_A_YEAR = new BigDecimal(36_500);
    private static final int EXACT = 10;

    private Interest() {}

    /**
     * Interest from a day to another, the last excluded, rounded to cents once. Refuses with 409 days for which no base
     * rate is known.
     *
     * @param rates base rates by the day from which they count
     */
    static Money of(Money principal, LocalDate from, LocalDate to, NavigableMap<LocalDate, BigDecimal> rates) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate day = from;
        while (day.isBefore(to)) {
            Map.Entry<LocalDate, BigDecimal> rate = rates.floorEntry(day);
            if (rate == null) {
                throw new Conflict("base-rate.missing", day);
            }
            LocalDate change = rates.higherKey(day);
            LocalDate end = change == null || change.isAfter(to) ? to : change;
            BigDecimal percent = rate.getValue().add(POINTS).max(BigDecimal.ZERO);
            sum = sum.add(principal
                    .value()
                    .multiply(percent)
                    .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(day, end)))
                    .divide(PERCENT_DAYS_OF_A_YEAR, EXACT, RoundingMode.HALF_UP));
            day = end;
        }
        return Money.of(sum);
    }
}
