package de.quartierwerk.ingestion.intake.validation.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.StagedInMemory;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import de.quartierwerk.ingestion.space.Space;
import de.quartierwerk.ingestion.testing.FoundFindings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small table of text, read as a delivered one is: cells stand between semicolons, the first line is the header. */
final class PaperFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Space> SPACES = List.of(
            space("01", "Nordstadt", "district", List.of("01")),
            space("0101", "Am Markt", "quarter", List.of("01", "0101")),
            space("0102", "Hafen", "quarter", List.of("01", "0102")),
            space("0201", "Südpark", "quarter", List.of("02", "0201")));

    final FoundFindings found = new FoundFindings();
    final StagedInMemory staged = new StagedInMemory();
    final StatedTotals totals = new StatedTotals();
    final SpaceIndex spaces;
    final NumberColumns columns = new NumberColumns(NumberStyle.GERMAN, false);
    long rejected;
    private final Mapping mapping;
    private final Map<String, Indicator> catalogue = new LinkedHashMap<>();

    PaperFile(String mapping) {
        this(mapping, null);
    }

    PaperFile(String mapping, List<String> scope) {
        try {
            this.mapping = JSON.readValue(mapping, Mapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        this.spaces = SpaceIndex.of(KnownSpaces.of(SPACES, Map.of()), this.mapping, scope);
        define("people", Kind.COUNT, "persons");
        define("share", Kind.RATIO, "percent");
        define("age", Kind.MEAN, "years");
    }

    private static Space space(String key, String name, String level, List<String> path) {
        return new Space(key, name, level, path, LocalDate.of(2000, 1, 1), LocalDate.of(2030, 12, 31), null);
    }

    private void define(String code, Kind kind, String unit) {
        define(code, Definition.of(code, unit, kind));
    }

    PaperFile define(String code, Definition definition) {
        catalogue.put(code, new Indicator(code, 1, definition));
        return this;
    }

    /** Reads a table; answers how many rows hold data. */
    long read(String table) {
        List<String> lines = table.lines().toList();
        List<String> header = cells(lines.get(0));
        Binding binding = Binding.bind(mapping, header, new ArrayList<>()).orElseThrow();
        FileFindings findings = new FileFindings(found, false, null);
        findings.enter(binding, null);
        Statuses statuses = new Statuses(mapping.signs().statedStatuses());
        CellReader reader = new CellReader(columns, 0, FileReading.marks(mapping), statuses);
        NumberCells cells = new NumberCells(reader, binding, findings, false);
        Reported reported = new Reported();
        try (Staging staging = staged.staging()) {
            ValueChecker values =
                    new ValueChecker(cells, binding, spaces, findings, staging, statuses, mapping.ratiosControlled());
            NonDataRows nonDataRows =
                    new NonDataRows(binding, 0, reader, mapping.statedTotals(), catalogue, findings, totals, spaces);
            RowValues rowValues = new RowValues(binding, spaces, catalogue, values, reader, findings, reported);
            RowChecker rows = new RowChecker(binding, spaces, rowValues, cells, findings, nonDataRows, reported);
            for (int i = 1; i < lines.size(); i++) {
                rows.check(new PaperRow(i + 1, cells(lines.get(i))));
            }
            rows.finish();
            rejected = rows.rejected();
            return rows.rows();
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(";", -1));
    }

    private record PaperRow(long line, List<String> cells) implements TableRow {
        @Override
        public int size() {
            return cells.size();
        }

        @Override
        public String text(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        @Override
        public boolean plain(int column) {
            return false;
        }

        @Override
        public boolean delimited() {
            return true;
        }
    }
}
