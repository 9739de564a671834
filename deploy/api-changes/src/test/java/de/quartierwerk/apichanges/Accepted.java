package de.quartierwerk.apichanges;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Breaking changes that are meant, in {@code accepted.csv}.
 *
 * @param rows without header
 */
record Accepted(List<Row> rows) {
    static final String HEADER = "service;operation;change;reason\n";

    private static final char SEPARATOR = ';';
    private static final String ALL = "*";

    Accepted {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param operation as the released document has it, or {@code *} for all of the service
     */
    record Row(String service, String operation, String what, String reason) {
        boolean accepts(Change change) {
            return service.equals(change.service())
                    && (operation.equals(ALL) || operation.equals(change.operation()))
                    && what.equals(change.what());
        }

        @Override
        public String toString() {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(SEPARATOR).build(text)) {
                csv.writeRecord(service, operation, what, reason);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString().strip();
        }
    }

    static Accepted of(String csv) {
        return new Accepted(CsvReader.builder().fieldSeparator(SEPARATOR).ofNamedCsvRecord(csv).stream()
                .map(row -> new Row(
                        row.getField("service"),
                        row.getField("operation"),
                        row.getField("change"),
                        row.getField("reason").strip()))
                .toList());
    }

    /** Changes that no row accepts, rows that accept none, and rows without a reason, each with what to do. */
    List<String> faults(List<Change> changes) {
        List<String> faults = new ArrayList<>();
        Map<List<String>, List<String>> operations = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> rows.stream().noneMatch(row -> row.accepts(change)))
                .forEach(change -> operations
                        .computeIfAbsent(List.of(change.service(), change.what()), key -> new ArrayList<>())
                        .add(change.operation()));
        operations.forEach((change, where) -> faults.add(fault(change.get(0), change.get(1), where)));
        rows.stream()
                .filter(row -> changes.stream().noneMatch(row::accepts))
                .forEach(row -> faults.add("accepted.csv: nothing changed so; remove the row " + row));
        rows.stream()
                .filter(row -> row.reason().isBlank())
                .forEach(row -> faults.add("accepted.csv: say the reason of the row " + row));
        return faults;
    }

    private static String fault(String service, String what, List<String> operations) {
        String operation = operations.size() == 1 ? operations.get(0) : ALL;
        return service + ": " + String.join(", ", operations) + ": " + what
                + "\n    keep what was released, or accept: " + new Row(service, operation, what, "REASON");
    }
}
