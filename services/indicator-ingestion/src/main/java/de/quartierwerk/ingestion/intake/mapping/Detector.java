package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.ingestion.intake.file.Book;
import de.quartierwerk.ingestion.intake.file.CsvTable;
import de.quartierwerk.ingestion.intake.file.Dialect;
import de.quartierwerk.ingestion.intake.file.FileFacts;
import de.quartierwerk.ingestion.intake.file.FileKind;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.JsonHead;
import de.quartierwerk.ingestion.intake.file.JsonStatTable;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.SdmxTable;
import de.quartierwerk.ingestion.intake.file.TableHead;
import de.quartierwerk.ingestion.intake.file.UnpackedFile;
import de.quartierwerk.ingestion.intake.file.UnreadableRow;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how a file is to be read, from a look at its head and what the mapping states. */
public final class Detector {
    /** Code of the refusal of a file that could be read by another mapping. */
    public static final String DOES_NOT_FIT = "mapping.does-not-fit";

    private static final int ROWS_LOOKED_AT = 200;

    private Mapping mapping;
    private final FileFacts facts;

    private Detector(Mapping mapping, FileFacts facts) {
        this.mapping = mapping;
        this.facts = facts;
    }

    /**
     * How a file is read.
     *
     * @param mapping with what its format says of itself
     * @param detected what the submitter reads
     * @param header column names, or numbers where the file has none
     */
    public record Detection(Mapping mapping, Detected detected, List<String> header) {
        /** Copies the header. */
        public Detection {
            header = List.copyOf(header);
        }
    }

    /**
     * Detects, and makes sure that the mapping fits.
     *
     * @throws Invalid where the file lacks a column that the mapping speaks of
     */
    public static Detection detect(Mapping mapping, FileFacts facts, Path file) throws IOException {
        Detector detector = new Detector(mapping, facts);
        return switch (facts.kind()) {
            case CSV -> detector.csv();
            case XLSX, XLS, ODS -> detector.spreadsheet(file);
            case SDMX_CSV -> detector.sdmx();
            case JSON -> detector.json();
            case JSON_STAT -> detector.jsonStat(file);
        };
    }

    /**
     * The first rows of the tables of a file, before there is a mapping.
     *
     * @param mostSheets sheets that are looked at
     */
    public static List<TableHead> heads(FileFacts facts, Path file, int mostSheets) throws IOException {
        Detector detector = new Detector(Mapping.empty(), facts);
        if (facts.kind().isSpreadsheet()) {
            try (UnpackedFile unpacked = UnpackedFile.of(file, facts.packing());
                    Book book = Book.open(unpacked.path(), facts.kind())) {
                List<TableHead> heads = new ArrayList<>();
                for (String sheet :
                        book.chosen(List.of()).stream().limit(mostSheets).toList()) {
                    heads.add(book.head(sheet));
                }
                return heads;
            }
        }
        if (facts.kind() == FileKind.JSON) {
            return List.of(JsonHead.of(facts.head()));
        }
        return List.of(head(detector.records(detector.delimiter())));
    }

    private Detection csv() {
        char delimiter = delimiter();
        List<CsvRecord> records = records(delimiter);
        HeaderBlock block = header(Dialect.cells(records));
        return csv(delimiter, records, block);
    }

    /** The first row holds the names of the concepts, of which some mean the same everywhere. */
    private Detection sdmx() {
        char delimiter = delimiter();
        List<CsvRecord> records = records(delimiter);
        List<String> header = SdmxTable.ids(records.get(0).getFields());
        mapping = new StandardNames(
                        StandardNames.first(header, SdmxTable.SPACES),
                        SdmxTable.PERIOD,
                        SdmxTable.VALUE,
                        StandardNames.first(header, List.of(SdmxTable.STATUS)))
                .complete(mapping);
        return csv(delimiter, records, new HeaderBlock(1, header));
    }

    private Detection jsonStat(Path file) throws IOException {
        try (InputStream delivered = Files.newInputStream(file);
                JsonStatTable table = JsonStatTable.open(facts.packing().open(delivered), facts.charset())) {
            mapping = new StandardNames(table.spaces(), table.periods(), JsonStatTable.VALUE, JsonStatTable.STATUS)
                    .complete(mapping);
            TableHead head = TableHead.of(null, table);
            List<InputError> errors = new ArrayList<>();
            Binding binding = Binding.bind(mapping, table.header(), errors)
                    .orElseThrow(() -> doesNotFit(errors, List.of(head.under(table.header()))));
            return detection(null, new Dialect.Evidence(0, 1), 0, table.header(), binding, null);
        } catch (UnreadableRow broken) {
            throw new Invalid("file.unreadable", broken.line());
        }
    }

    private char delimiter() {
        char delimiter = mapping.text().delimiter() != null
                ? mapping.text().delimiter().charAt(0)
                : Dialect.delimiter(facts.head(), facts.wholeInHead());
        if (Dialect.tooWide(facts.head(), delimiter)) {
            throw new Invalid("file.columns", CsvTable.MOST_COLUMNS);
        }
        return delimiter;
    }

    private List<CsvRecord> records(char delimiter) {
        List<CsvRecord> records = Dialect.records(facts.head(), facts.wholeInHead(), delimiter);
        if (records.isEmpty()) {
            throw new Invalid("file.unreadable", 1);
        }
        return records;
    }

    private Detection csv(char delimiter, List<CsvRecord> records, HeaderBlock block) {
        List<String> header = block.row() > 0
                ? block.names()
                : CsvTable.numbered(records.stream()
                        .mapToInt(CsvRecord::getFieldCount)
                        .max()
                        .orElse(0));
        List<InputError> errors = new ArrayList<>();
        BoundTable.checkHeaderRows(mapping, block.row() == 0, errors);
        Binding binding =
                Binding.bind(mapping, header, errors).orElseThrow(() -> doesNotFit(errors, List.of(head(records))));
        List<CsvRecord> rows = records.subList(block.row(), records.size());
        Dialect.Evidence evidence = Dialect.evidence(cells(rows, binding.numberColumns()));
        if (!evidence.certain()) {
            evidence = Dialect.evidence(cells(rows, binding.otherColumns()));
        }
        return detection(String.valueOf(delimiter), evidence, block.row(), header, binding, null);
    }

    private HeaderBlock header(List<List<String>> rows) {
        if (Boolean.FALSE.equals(mapping.header())) {
            return new HeaderBlock(0, List.of());
        }
        HeaderBlock found = HeaderBlock.find(rows, Binding.names(mapping), mapping.headerRows());
        return found.row() == 0 && Boolean.TRUE.equals(mapping.header()) ? HeaderBlock.first(rows) : found;
    }

    /**
     * Where no sheet is named, the first that fits is read; where all are asked for, those that do not fit are taken
     * for covers and notes.
     */
    private Detection spreadsheet(Path file) throws IOException {
        try (UnpackedFile unpacked = UnpackedFile.of(file, facts.packing());
                Book book = Book.open(unpacked.path(), facts.kind())) {
            boolean any = mapping.chosenSheets().isEmpty();
            boolean all = mapping.chosenSheets().contains(Book.ALL_SHEETS);
            Detection first = null;
            List<String> fitting = new ArrayList<>();
            List<InputError> errors = new ArrayList<>();
            for (String sheet : book.chosen(mapping.chosenSheets())) {
                Optional<BoundTable> table = BoundTable.open(mapping, book, sheet, errors);
                if (table.isEmpty() && !all && !any) {
                    throw doesNotFit(errors, List.of(book.head(sheet)));
                }
                if (table.isPresent()) {
                    fitting.add(sheet);
                    first = first == null ? detection(table.get()) : first;
                    table.get().close();
                    if (any) {
                        break;
                    }
                }
            }
            if (first == null) {
                throw doesNotFit(errors, heads(book));
            }
            return new Detection(mapping, first.detected().withSheets(fitting), first.header());
        }
    }

    private List<TableHead> heads(Book book) throws IOException {
        List<TableHead> heads = new ArrayList<>();
        for (String sheet : book.chosen(mapping.chosenSheets())) {
            heads.add(book.head(sheet));
        }
        return heads;
    }

    private static Invalid doesNotFit(List<InputError> errors, List<TableHead> tables) {
        return new Invalid(DOES_NOT_FIT, ShownFile.withSimilar(errors, ShownFile.names(tables)), ShownFile.of(tables));
    }

    private Detection detection(BoundTable table) throws IOException {
        List<String> numbers = new ArrayList<>();
        try {
            for (int i = 0; i < ROWS_LOOKED_AT; i++) {
                table.rows()
                        .next()
                        .ifPresent(row -> table.binding().numberColumns().stream()
                                .filter(column -> !row.plain(column))
                                .forEach(column -> numbers.add(row.text(column))));
            }
        } catch (UnreadableRow foundByTheCheck) {
            numbers.clear();
        }
        return detection(
                null, Dialect.evidence(numbers), table.headerRow(), table.header(), table.binding(), List.of());
    }

    private Detection json() {
        List<String> header = Binding.usable(mapping);
        List<InputError> errors = new ArrayList<>();
        Binding binding = Binding.bind(mapping, header, errors)
                .orElseThrow(() ->
                        new Invalid(DOES_NOT_FIT, ShownFile.withSimilar(errors, Set.of()), String.join(", ", header)));
        return detection(null, new Dialect.Evidence(0, 1), 0, header, binding, null);
    }

    private static TableHead head(List<CsvRecord> records) {
        return new TableHead(
                null,
                records.stream()
                        .map(record -> new TableHead.Row(record.getStartingLineNumber(), record.getFields()))
                        .toList());
    }

    private static List<String> cells(List<CsvRecord> records, Set<Integer> columns) {
        List<String> cells = new ArrayList<>();
        for (CsvRecord record : records) {
            for (int column : columns) {
                if (column < record.getFieldCount()) {
                    cells.add(record.getField(column));
                }
            }
        }
        return cells;
    }

    private Detection detection(
            @Nullable String delimiter,
            Dialect.Evidence evidence,
            int headerRow,
            List<String> header,
            Binding binding,
            @Nullable List<String> sheets) {
        String stated = mapping.decimalSign();
        char decimal =
                stated != null ? stated.charAt(0) : evidence.decimal(delimiter == null ? ';' : delimiter.charAt(0));
        String grouping = mapping.text().grouping() != null
                ? mapping.text().grouping()
                : String.valueOf(NumberStyle.of(decimal).grouping());
        boolean text = !facts.kind().isSpreadsheet();
        Detected detected = new Detected(
                facts.kind(),
                facts.packing(),
                text ? facts.charset().name() : null,
                delimiter,
                String.valueOf(decimal),
                stated != null || evidence.certain(),
                grouping,
                headerRow > 0,
                headerRow,
                binding.wide() ? Layout.WIDE : Layout.LONG,
                sheets);
        return new Detection(mapping, detected, header);
    }
}
