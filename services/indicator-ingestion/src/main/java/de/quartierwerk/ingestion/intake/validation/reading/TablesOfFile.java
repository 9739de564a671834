package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.Book;
import de.quartierwerk.ingestion.intake.file.CsvTable;
import de.quartierwerk.ingestion.intake.file.JsonStatTable;
import de.quartierwerk.ingestion.intake.file.JsonTable;
import de.quartierwerk.ingestion.intake.file.SdmxTable;
import de.quartierwerk.ingestion.intake.file.TableReader;
import de.quartierwerk.ingestion.intake.file.UnpackedFile;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.submission.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/** Opens a file as a table, or as several where it is a spreadsheet, in the way that was found out before. */
public final class TablesOfFile {
    private TablesOfFile() {}

    /** Is shown a table, which is closed afterwards. */
    @FunctionalInterface
    public interface Visitor {
        void visit(BoundTable table) throws IOException;
    }

    /** Shows tables one after the other. */
    @FunctionalInterface
    public interface Tables {
        void read(Visitor visitor) throws IOException;
    }

    /** Gives the bytes of a file as it was delivered. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** Shows the tables of a file. */
    public static void read(Submission.Reading reading, Content content, Visitor visitor) throws IOException {
        read(reading, content, UnaryOperator.identity(), visitor);
    }

    /**
     * Shows the tables of a file.
     *
     * @param lines takes the unpacked bytes of a text file and gives those that are read
     */
    public static void read(
            Submission.Reading reading, Content content, UnaryOperator<InputStream> lines, Visitor visitor)
            throws IOException {
        if (reading.detected().format().isSpreadsheet()) {
            spreadsheet(reading, content, visitor);
            return;
        }
        Binding binding = Binding.bind(reading.mapping(), reading.header(), new ArrayList<>())
                .orElseThrow(TablesOfFile::boundBefore);
        try (BoundTable table = new BoundTable(
                null,
                text(reading, content, lines),
                reading.header(),
                reading.detected().headerRow(),
                binding)) {
            visitor.visit(table);
        }
    }

    private static TableReader text(Submission.Reading reading, Content delivered, UnaryOperator<InputStream> lines)
            throws IOException {
        Detected detected = reading.detected();
        InputStream content = lines.apply(detected.compression().open(delivered.open()));
        Charset charset = detected.textCharset();
        return switch (detected.format()) {
            case JSON -> JsonTable.open(content, charset, reading.header(), Binding.required(reading.mapping()));
            case JSON_STAT -> JsonStatTable.open(content, charset);
            case SDMX_CSV -> SdmxTable.open(content, charset, detected.delimiterSign());
            case CSV, XLSX, XLS, ODS ->
                CsvTable.open(content, charset, detected.delimiterSign(), detected.headerRow(), reading.header());
        };
    }

    private static void spreadsheet(Submission.Reading reading, Content content, Visitor visitor) throws IOException {
        Detected detected = reading.detected();
        try (UnpackedFile file = UnpackedFile.temporary(content.open(), detected.compression());
                Book book = Book.open(file.path(), detected.format())) {
            for (String sheet : detected.sheetNames()) {
                try (BoundTable table = BoundTable.open(reading.mapping(), book, sheet, new ArrayList<>())
                        .orElseThrow(TablesOfFile::boundBefore)) {
                    visitor.visit(table);
                }
            }
        }
    }

    private static IllegalStateException boundBefore() {
        return new IllegalStateException("a mapping that was bound before");
    }
}
