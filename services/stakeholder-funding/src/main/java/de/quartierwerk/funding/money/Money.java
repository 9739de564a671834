package de.quartierwerk.funding.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money (Geldbetrag). The books of an installation are kept in one currency, the euro. Two amounts are
 * equal when their numbers are: {@code 50000} is written as {@code 50000.00}.
 *
 * @param amount decimal string with at most two decimals
 * @param currency ISO 4217 code
 */
@Schema(description = "An amount of money", examples = "{\"amount\":\"50000.00\",\"currency\":\"EUR\"}")
public record Money(
        @NotNull
        @Pattern(regexp = "\\d{1,12}(\\.\\d{1,2})?", message = "{funding.money}")
        @Schema(
                examples = "50000.00",
                pattern = "-?\\d{1,20}(\\.\\d{1,2})?",
                description = "Decimal; in requests neither negative nor longer than 12 digits before the point")
        String amount,

        @NotNull @Pattern(regexp = "EUR") @Schema(examples = "EUR")
        String currency)
        implements Comparable<Money> {

    private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    /** Nothing. */
    public static final Money ZERO = new Money("0.00", "EUR");

    /** Writes the number with two decimals. What is not a number stays as it is, for the validation to refuse. */
    public Money {
        if (amount != null && NUMBER.matcher(amount).matches()) {
            amount =
                    new BigDecimal(amount).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        }
    }

    /** An amount in euro, rounded to cents by the usual commercial rule. */
    public static Money of(BigDecimal value) {
        return new Money(value.setScale(2, RoundingMode.HALF_UP).toPlainString(), "EUR");
    }

    /** An amount in euro, e.g. {@code "5000.00"}. */
    public static Money euro(String amount) {
        return of(new BigDecimal(amount));
    }

    /** An amount in whole cents. */
    public static Money ofCents(long cents) {
        return of(BigDecimal.valueOf(cents, 2));
    }

    /** Sum of the amounts; zero where there are none. */
    public static Money sum(Collection<Money> amounts) {
        return of(amounts.stream().map(Money::value).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The amount as a number. */
    public BigDecimal value() {
        return new BigDecimal(amount);
    }

    /** The amount in whole cents. */
    public long cents() {
        return value().movePointRight(2).longValueExact();
    }

    /** The smaller of both. */
    public Money atMost(Money other) {
        return exceeds(other) ? other : this;
    }

    /** The amount without its sign. */
    public Money absolute() {
        return of(value().abs());
    }

    /** The sum of both. */
    public Money plus(Money other) {
        return of(value().add(other.value()));
    }

    /** The difference; may be below zero. */
    public Money minus(Money other) {
        return of(value().subtract(other.value()));
    }

    /** Whether this is more than the other. */
    public boolean exceeds(Money other) {
        return compareTo(other) > 0;
    }

    /** Whether this is more than nothing. */
    public boolean positive() {
        return value().signum() > 0;
    }

    /** The amount, or zero where there is none. */
    public static Money orZero(@Nullable Money amount) {
        return amount == null ? ZERO : amount;
    }

    @Override
    public int compareTo(Money other) {
        return value().compareTo(other.value());
    }
}
