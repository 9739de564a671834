package de.quartierwerk.funding.application;

import de.quartierwerk.funding.answer.Csv;
import de.quartierwerk.kit.web.CsvAnswer;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Applications as a table: what everybody may know of each. */
final class ApplicationTable {

    private static final List<String> COLUMNS = List.of(
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
            "paperNumber");

    private ApplicationTable() {}

    static StreamingOutput of(Csv.PageReader<ApplicationView> reader) {
        return Csv.of(COLUMNS, reader, ApplicationTable::row);
    }

    private static List<Object> row(ApplicationView view) {
        ApplicationContent content = view.content();
        Decision decision = view.decision();
        BigDecimal granted = view.granted() == null ? null : view.granted().value();
        return Arrays.asList(
                view.id(),
                view.state(),
                CsvAnswer.code(content.programme()),
                CsvAnswer.code(content.applicant()),
                view.applicantName(),
                content.title(),
                Csv.codes(content.spaces()),
                Csv.codes(content.needs()),
                view.requested().value(),
                granted,
                decision == null ? null : CsvAnswer.code(decision.body()),
                decision == null ? null : decision.decidedOn(),
                decision == null ? null : decision.paperNumber());
    }
}
