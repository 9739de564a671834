package de.quartierwerk.funding.application;

import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.kit.web.CsvAnswer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Applications as a table, with what everybody may know of each. */
final class ApplicationTable {

    /** The columns and cells. */
    static final CsvList<ApplicationResponse> TABLE = new CsvList<>(
            List.of(
                    "id",
                    "state",
                    "programme",
                    "applicant",
                    "applicantName",
                    "title",
                    "spaces",
                    "needs",
                    "requested",
                    "granted",
                    "body",
                    "decidedOn",
                    "paperNumber"),
            ApplicationTable::row);

    private ApplicationTable() {}

    private static List<Object> row(ApplicationResponse application) {
        ApplicationContent content = application.content();
        Decision decision = application.steps().decision();
        BigDecimal granted =
                application.granted() == null ? null : application.granted().value();
        return Arrays.asList(
                application.id(),
                application.state(),
                CsvAnswer.code(content.programme()),
                CsvAnswer.code(content.applicant()),
                application.applicantName(),
                content.title(),
                CsvList.codes(content.spaces()),
                CsvList.codes(content.needs()),
                application.requested().value(),
                granted,
                decision == null ? null : CsvAnswer.code(decision.body()),
                decision == null ? null : decision.decidedOn(),
                decision == null ? null : decision.paperNumber());
    }
}
