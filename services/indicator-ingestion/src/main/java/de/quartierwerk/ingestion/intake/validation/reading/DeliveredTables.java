package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.Book;
import de.quartierwerk.ingestion.intake.file.CsvTable;
import de.quartierwerk.ingestion.intake.file.FileKind;
import de.quartierwerk.ingestion.intake.file.JsonTable;
import de.quartierwerk.ingestion.intake.file.TableReader;
import de.quartierwerk.ingestion.intake.file.UnpackedFile;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.StoredFiles;
import de.quartierwerk.ingestion.intake.submission.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Opens the stored file of a submission as a table, or as several where it is a spreadsheet. */
@ApplicationScoped
public class DeliveredTables {
    private final StoredFiles files;

    DeliveredTables(StoredFiles files) {
        this.files = files;
    }

    /** Is shown a table, which is closed afterwards. */
    @FunctionalInterface
    interface Visitor {
        void visit(BoundTable table) throws IOException;
    }

    /** Shows the tables of a submission's file, one after the other. */
    void read(Submission submission, Visitor visitor) throws IOException {
        if (submission.reading().detected().format().isSpreadsheet()) {
            spreadsheet(submission, visitor);
            return;
        }
        Binding binding =
                bind(submission.reading().mapping(), submission.reading().header());
        try (BoundTable table = new BoundTable(
                null,
                text(submission),
                submission.reading().header(),
                submission.reading().detected().headerRow(),
                binding)) {
            visitor.visit(table);
        }
    }

    private TableReader text(Submission submission) throws IOException {
        Detected detected = submission.reading().detected();
        InputStream content = detected.compression().open(files.open(submission.id()));
        Charset charset = detected.textCharset();
        return detected.format() == FileKind.JSON
                ? JsonTable.open(
                        content,
                        charset,
                        submission.reading().header(),
                        Binding.required(submission.reading().mapping()))
                : CsvTable.open(
                        content,
                        charset,
                        detected.delimiterSign(),
                        detected.headerRow(),
                        submission.reading().header());
    }

    private void spreadsheet(Submission submission, Visitor visitor) throws IOException {
        Detected detected = submission.reading().detected();
        try (UnpackedFile file = UnpackedFile.temporary(files.open(submission.id()), detected.compression());
                Book book = Book.open(file.path(), detected.format())) {
            for (String sheet : detected.sheetNames()) {
                try (BoundTable table = BoundTable.open(submission.reading().mapping(), book, sheet, new ArrayList<>())
                        .orElseThrow(DeliveredTables::boundBefore)) {
                    visitor.visit(table);
                }
            }
        }
    }

    private static Binding bind(Mapping mapping, List<String> header) {
        return Binding.bind(mapping, header, new ArrayList<>()).orElseThrow(DeliveredTables::boundBefore);
    }

    private static IllegalStateException boundBefore() {
        return new IllegalStateException("a mapping that was bound before");
    }
}
