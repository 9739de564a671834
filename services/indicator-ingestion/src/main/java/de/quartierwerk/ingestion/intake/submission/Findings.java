package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.database.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The findings of submissions, for the other features. */
@ApplicationScoped
public class Findings {
    private static final int PORTION_CHARACTERS = 1024 * 1024;

    private final FindingStatements statements;

    Findings(FindingStatements statements) {
        this.statements = statements;
    }

    /** Takes findings one by one, in the order of their numbers. */
    public interface Writer {
        /** Adds a finding. */
        void add(Finding finding);

        /** Stores all findings that were added. */
        void flush();
    }

    /** Begins to write the findings of a check. */
    public Writer writer(UUID submission) {
        return new PortionWriter(submission, 0);
    }

    /** Forgets what a check found before it began again. */
    public void deleteAll(UUID submission) {
        statements.deleteAll(submission);
    }

    /** Adds findings to those of the check. */
    void append(UUID submission, List<Finding> findings) {
        Writer writer = new PortionWriter(submission, statements.last(submission) + 1);
        findings.forEach(writer::add);
        writer.flush();
    }

    /** Loads findings in portions. */
    private final class PortionWriter implements Writer {
        private final UUID submission;
        private final CopyRows rows = new CopyRows();
        private long number;

        PortionWriter(UUID submission, long first) {
            this.submission = submission;
            this.number = first;
        }

        @Override
        public void add(Finding finding) {
            FindingStatements.add(rows, submission, number++, finding);
            if (rows.size() > PORTION_CHARACTERS) {
                flush();
            }
        }

        @Override
        public void flush() {
            statements.load(rows);
        }
    }
}
