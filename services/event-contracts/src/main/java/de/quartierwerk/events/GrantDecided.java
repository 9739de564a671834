package de.quartierwerk.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The competent body decided on an application (Förderentscheidung).
 *
 * @param application id of the application
 * @param programme programme code
 * @param applicant stakeholder key
 * @param applicantName name of the applicant
 * @param purpose purpose of the project
 * @param spaces keys of the spaces concerned
 * @param needs codes of the fields of action concerned
 * @param result {@code granted} or {@code refused}
 * @param amount granted amount; zero where refused
 * @param body code of the body that decided
 * @param bodyName its name
 * @param decidedOn day of the decision
 * @param paperNumber number of the council paper
 * @param version version of the application
 */
public record GrantDecided(
        UUID application,
        String programme,
        String applicant,
        String applicantName,
        String purpose,
        List<String> spaces,
        List<String> needs,
        String result,
        Money amount,
        String body,
        String bodyName,
        LocalDate decidedOn,
        String paperNumber,
        long version) {
    public GrantDecided {
        spaces = Copies.of(spaces);
        needs = Copies.of(needs);
    }
}
