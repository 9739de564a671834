package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.space.LocationsRequest.PointRequest;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads positions from a CSV table with the columns {@code x} and {@code y}, and {@code id} if there is one. */
final class LocationTable {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}([.,]\\d{1,30})?");
    private static final int MOST_ERRORS = 100;

    private final List<PointRequest> points = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();
    private List<String> header = List.of();

    private LocationTable() {}

    /**
     * The positions of a table in UTF-8.
     *
     * @throws Invalid with line and column of every number that is none
     */
    static List<PointRequest> read(byte[] table) {
        String text = new String(table, StandardCharsets.UTF_8);
        LocationTable read = new LocationTable();
        read.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!read.errors.isEmpty()) {
            throw new Invalid("space.locations-invalid", read.errors);
        }
        return read.points;
    }

    private void read(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (header.isEmpty()) {
                    readHeader(row);
                } else if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    readRow(row);
                }
                if (errors.size() >= MOST_ERRORS || points.size() > LocationsRequest.MOST) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            errors.add(InputError.inFile(points.size() + 1, null, "import.csv-malformed", null, points.size() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (errors.isEmpty() && (points.isEmpty() || points.size() > LocationsRequest.MOST)) {
            errors.add(InputError.inFile(
                    1, null, "space.locations-count", Integer.toString(points.size()), LocationsRequest.MOST));
        }
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private void readHeader(CsvRecord row) {
        header = row.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String name : List.of("x", "y")) {
            if (!header.contains(name)) {
                errors.add(InputError.inFile(
                        1, name, "import.column-missing", String.join(";", header), name, String.join(", ", header)));
            }
        }
    }

    private void readRow(CsvRecord row) {
        int line = Math.toIntExact(row.getStartingLineNumber());
        Optional<Double> x = number(row, "x", line);
        Optional<Double> y = number(row, "y", line);
        if (x.isPresent() && y.isPresent()) {
            points.add(new PointRequest(cell(row, "id"), x.get(), y.get()));
        }
    }

    private Optional<Double> number(CsvRecord row, String column, int line) {
        String cell = cell(row, column);
        if (cell == null || !NUMBER.matcher(cell.strip()).matches()) {
            errors.add(InputError.inFile(line, column, "space.location-no-number", cell, column));
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(cell.strip().replace(',', '.')));
    }

    private @Nullable String cell(CsvRecord row, String column) {
        int index = header.indexOf(column);
        return index >= 0 && index < row.getFieldCount() ? row.getField(index) : null;
    }
}
