package de.quartierwerk.reporting.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant (Zuwendung) that the competent body gave.
 *
 * @param application id of the application
 * @param applicant name of the recipient
 * @param purpose purpose
 * @param spaces keys of the spaces concerned
 * @param needs codes of the fields of action concerned
 * @param money how much was granted and paid
 * @param decision who decided it and when
 */
public record Grant(
        UUID application,
        String applicant,
        String purpose,
        List<String> spaces,
        List<String> needs,
        Money money,
        Decision decision) {
    /**
     * How much was granted and paid.
     *
     * @param amount amount granted
     * @param paid amount paid so far
     * @param currency ISO 4217 code
     */
    public record Money(BigDecimal amount, BigDecimal paid, String currency) {}

    /**
     * The decision (Beschluss).
     *
     * @param body name of the body that decided
     * @param day day of the decision
     * @param paperNumber number of the council paper
     */
    public record Decision(
            String body, LocalDate day, @Nullable String paperNumber) {}
}
