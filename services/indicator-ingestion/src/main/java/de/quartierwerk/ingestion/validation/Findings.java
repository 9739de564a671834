package de.quartierwerk.ingestion.validation;

import de.quartierwerk.ingestion.sql.CopyRows;
import de.quartierwerk.ingestion.sql.Database;
import de.quartierwerk.ingestion.submission.Finding;
import de.quartierwerk.ingestion.submission.Severity;
import java.util.List;
import java.util.UUID;

/** Collects what is found in a file, all of it, and loads it in portions. */
final class Findings {
    private static final int PORTION_CHARACTERS = 1024 * 1024;
    private static final String INTO =
            "finding (submission, number, line, column_name, code, severity, value, arguments)";

    private final Database database;
    private final UUID submission;
    private final CopyRows rows = new CopyRows();
    private long number;
    private long errors;
    private long warnings;

    Findings(Database database, UUID submission) {
        this.database = database;
        this.submission = submission;
    }

    void error(Long line, String column, String code, String value, List<String> arguments) {
        add(new Finding(line, column, code, Severity.ERROR, value, arguments));
    }

    void warning(Long line, String column, String code, String value, List<String> arguments) {
        add(new Finding(line, column, code, Severity.WARNING, value, arguments));
    }

    private void add(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
        rows.plain(submission)
                .plain(number++)
                .plain(finding.line())
                .add(finding.column())
                .add(finding.code())
                .add(finding.severity().text())
                .add(finding.value())
                .array(finding.arguments())
                .end();
        if (rows.size() > PORTION_CHARACTERS) {
            flush();
        }
    }

    void flush() {
        database.copy(INTO, rows);
    }

    long errors() {
        return errors;
    }

    long warnings() {
        return warnings;
    }
}
