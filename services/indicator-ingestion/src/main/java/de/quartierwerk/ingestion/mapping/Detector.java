package de.quartierwerk.ingestion.mapping;

import de.quartierwerk.ingestion.file.CsvTable;
import de.quartierwerk.ingestion.file.Dialect;
import de.quartierwerk.ingestion.file.FileFacts;
import de.quartierwerk.ingestion.file.FileKind;
import de.quartierwerk.ingestion.file.NumberStyle;
import de.quartierwerk.ingestion.file.XlsxTable;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds out how a file is to be read, from a look at its head and what the mapping states. */
public final class Detector {
    private final Mapping mapping;
    private final FileFacts facts;

    private Detector(Mapping mapping, FileFacts facts) {
        this.mapping = mapping;
        this.facts = facts;
    }

    /**
     * How a file is read.
     *
     * @param detected what is told to the submitter
     * @param header column names, or numbers where the file has none
     */
    public record Detection(Detected detected, List<String> header) {
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
            case XLSX -> detector.spreadsheet(file);
            case JSON -> detector.json();
        };
    }

    private Detection csv() {
        char delimiter = mapping.delimiter() != null
                ? mapping.delimiter().charAt(0)
                : Dialect.delimiter(facts.head(), facts.wholeInHead());
        List<CsvRecord> records = Dialect.records(facts.head(), facts.wholeInHead(), delimiter);
        if (records.isEmpty()) {
            throw new Invalid("file.unreadable", 1);
        }
        int headerRow =
                Boolean.FALSE.equals(mapping.header()) ? 0 : Dialect.headerRow(records, Binding.required(mapping));
        if (headerRow == 0 && Boolean.TRUE.equals(mapping.header())) {
            headerRow = 1;
        }
        List<String> header = headerRow > 0
                ? Dialect.names(records.get(headerRow - 1).getFields())
                : CsvTable.numbered(records.stream()
                        .mapToInt(CsvRecord::getFieldCount)
                        .max()
                        .orElse(0));
        Binding binding = bind(header);
        List<String> numbers = numberCells(records.subList(headerRow, records.size()), binding);
        return detection(String.valueOf(delimiter), Dialect.evidence(numbers), headerRow, header, binding);
    }

    private Detection spreadsheet(Path file) throws IOException {
        try (XlsxTable table = XlsxTable.open(file, mapping.sheet(), mapping.header(), Binding.required(mapping))) {
            List<String> header = table.header();
            if (header.isEmpty()) {
                int width = table.next().map(row -> row.size()).orElse(0);
                header = CsvTable.numbered(width);
            }
            Binding binding = bind(header);
            return detection(null, new Dialect.Evidence(0, 0), table.header().isEmpty() ? 0 : 1, header, binding);
        }
    }

    private Detection json() {
        List<String> header = Binding.usable(mapping);
        return detection(null, new Dialect.Evidence(0, 1), 0, header, bind(header));
    }

    private Binding bind(List<String> header) {
        List<InputError> errors = new ArrayList<>();
        return Binding.bind(mapping, header, errors)
                .orElseThrow(() -> new Invalid("mapping.does-not-fit", errors, String.join(", ", shown(header))));
    }

    private static List<String> shown(List<String> header) {
        return header.size() <= 30 ? header : header.subList(0, 30);
    }

    private static List<String> numberCells(List<CsvRecord> records, Binding binding) {
        Set<Integer> columns = binding.numberColumns();
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
            String delimiter, Dialect.Evidence evidence, int headerRow, List<String> header, Binding binding) {
        char decimal = mapping.decimal() != null
                ? mapping.decimal().charAt(0)
                : evidence.decimal(delimiter == null ? ';' : delimiter.charAt(0));
        String grouping = mapping.grouping() != null
                ? mapping.grouping()
                : String.valueOf(NumberStyle.of(decimal).grouping());
        boolean text = facts.kind() != FileKind.XLSX;
        Detected detected = new Detected(
                facts.kind().name().toLowerCase(Locale.ROOT),
                facts.gzip() ? "gzip" : "none",
                text ? facts.charset().name() : null,
                delimiter,
                String.valueOf(decimal),
                mapping.decimal() != null || evidence.certain(),
                grouping,
                headerRow > 0,
                headerRow,
                binding.wide().isEmpty() ? Mapping.LONG : Mapping.WIDE);
        return new Detection(detected, header);
    }
}
