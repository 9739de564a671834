package de.quartierwerk.ingestion.validation;

import de.quartierwerk.ingestion.file.CsvTable;
import de.quartierwerk.ingestion.file.FileScan;
import de.quartierwerk.ingestion.file.JsonTable;
import de.quartierwerk.ingestion.file.TableReader;
import de.quartierwerk.ingestion.file.TableRow;
import de.quartierwerk.ingestion.file.XlsxTable;
import de.quartierwerk.ingestion.mapping.Binding;
import de.quartierwerk.ingestion.mapping.Detected;
import de.quartierwerk.ingestion.submission.StoredFiles;
import de.quartierwerk.ingestion.submission.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Opens the stored file of a submission as a table. */
@ApplicationScoped
class DeliveredTables {
    private final StoredFiles files;

    DeliveredTables(StoredFiles files) {
        this.files = files;
    }

    TableReader open(Submission submission) throws IOException {
        Detected detected = submission.detected();
        if (detected.format().equals("xlsx")) {
            return spreadsheet(submission);
        }
        InputStream content = FileScan.content(files.open(submission.id()), detected.gzip());
        Charset charset = Charset.forName(detected.charset());
        return detected.format().equals("json")
                ? JsonTable.open(content, charset, submission.header())
                : CsvTable.open(content, charset, detected.delimiter().charAt(0), detected.headerRow());
    }

    /** A spreadsheet is an archive that has to be read from its end, so it needs a file of its own for a while. */
    private TableReader spreadsheet(Submission submission) throws IOException {
        Path copy = Files.createTempFile("submission", ".xlsx");
        try (InputStream content = files.open(submission.id())) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            boolean header = submission.detected().header();
            TableReader table = XlsxTable.open(
                    copy, submission.mapping().sheet(), header, header ? Binding.required(submission.mapping()) : null);
            return new TemporaryTable(table, copy);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private record TemporaryTable(TableReader table, Path copy) implements TableReader {
        @Override
        public List<String> header() {
            return table.header();
        }

        @Override
        public Optional<TableRow> next() throws IOException {
            return table.next();
        }

        @Override
        public void close() throws IOException {
            try {
                table.close();
            } finally {
                Files.deleteIfExists(copy);
            }
        }
    }
}
