package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.submission.StoredFiles;
import de.quartierwerk.ingestion.intake.submission.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Opens the stored file of a submission as a table, or as several where it is a spreadsheet. */
@ApplicationScoped
public class DeliveredTables {
    private final StoredFiles files;

    DeliveredTables(StoredFiles files) {
        this.files = files;
    }

    /** Shows the tables of a submission's file, one after the other. */
    public void read(Submission submission, TablesOfFile.Visitor visitor) throws IOException {
        TablesOfFile.read(submission.reading(), () -> files.open(submission.id()), visitor);
    }
}
