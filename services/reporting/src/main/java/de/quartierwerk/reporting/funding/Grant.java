package de.quartierwerk.reporting.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A grant (Zuwendung) that the competent body gave.
 *
 * @param application id of the application
 * @param programme programme code
 * @param applicant name of the recipient
 * @param purpose purpose
 * @param spaces keys of the spaces concerned
 * @param needs codes of the fields of action concerned
 * @param amount amount granted
 * @param paid amount paid so far
 * @param currency ISO 4217 code
 * @param body name of the body that decided
 * @param decidedOn day of the decision
 * @param paperNumber number of the council paper, or null
 */
public record Grant(
        UUID application,
        String programme,
        String applicant,
        String purpose,
        List<String> spaces,
        List<String> needs,
        BigDecimal amount,
        BigDecimal paid,
        String currency,
        String body,
        LocalDate decidedOn,
        String paperNumber) {}
