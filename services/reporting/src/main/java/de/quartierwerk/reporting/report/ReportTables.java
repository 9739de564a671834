package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Index;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexResult;
import de.quartierwerk.reporting.report.MonitoringDocument.Indicator;
import de.quartierwerk.reporting.report.MonitoringDocument.Need;
import de.quartierwerk.reporting.report.MonitoringDocument.Result;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.SpaceNeed;
import de.quartierwerk.reporting.report.MonitoringDocument.Value;
import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a report in full, for spreadsheets and CSV: numbers as numbers, keys and marks as texts. */
final class ReportTables {
    private final MonitoringDocument document;
    private final Words w;

    ReportTables(MonitoringDocument document, Words w) {
        this.document = document;
        this.w = w;
    }

    /**
     * A table.
     *
     * @param name name of the sheet or file
     * @param header names of the columns
     * @param rows cells: numbers, texts, or null
     */
    record Table(String name, List<String> header, List<List<@Nullable Object>> rows) {}

    /** All tables. */
    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        tables.add(results());
        tables.add(needs());
        tables.addAll(themes());
        tables.add(indicators());
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    /** One row for each space and run: classes, index values, group, needs. */
    Table results() {
        List<String> header = new ArrayList<>(places());
        List<String> indices = document.classifications().stream()
                .flatMap(run -> run.indices().stream())
                .map(Index::code)
                .distinct()
                .toList();
        header.add(2, w.of("method.scheme"));
        header.add(w.of("table.excluded"));
        for (String index : indices) {
            header.add(index + " " + w.of("results.class"));
            header.add(index + " " + w.of("results.value"));
        }
        header.add(w.of("results.group"));
        header.add(w.of("needs.heading"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Classification run : document.classifications()) {
            String scheme = run.classifiedBy().scheme();
            for (Space space : document.spaces()) {
                Result result = space.results().get(scheme);
                if (result != null) {
                    rows.add(resultRow(space, scheme, result, indices));
                }
            }
        }
        return new Table(w.of("table.results"), header, rows);
    }

    private List<@Nullable Object> resultRow(Space space, String scheme, Result result, List<String> indices) {
        List<@Nullable Object> row = new ArrayList<>(place(space));
        row.add(2, scheme);
        row.add(result.excluded());
        for (String index : indices) {
            IndexResult found = result.indices().get(index);
            row.add(found == null ? null : CsvAnswer.code(found.code()));
            row.add(found == null ? null : found.value());
        }
        row.add(CsvAnswer.code(result.group()));
        row.add(result.needs().stream().map(SpaceNeed::code).collect(Collectors.joining(", ")));
        return row;
    }

    private Table needs() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Classification run : document.classifications()) {
            for (Need need : run.needs()) {
                List<@Nullable Object> row = new ArrayList<>();
                Collections.addAll(
                        row,
                        run.classifiedBy().scheme(),
                        need.code(),
                        need.title(),
                        need.targetGroup(),
                        need.spaces(),
                        run.counts().considered());
                rows.add(row);
            }
        }
        return new Table(
                w.of("needs.heading"),
                List.of(
                        w.of("method.scheme"),
                        w.of("table.code"),
                        w.of("table.title"),
                        w.of("offers.target"),
                        w.of("offers.spaces"),
                        w.of("change.considered")),
                rows);
    }

    /** One table for each level and theme: a row for each space, two columns for each indicator. */
    private List<Table> themes() {
        record Place(String level, @Nullable String theme) {}
        Map<Place, List<Indicator>> byPlace = document.indicators().stream()
                .collect(Collectors.groupingBy(
                        indicator -> new Place(
                                indicator.level(), indicator.definition().theme()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Table> tables = new ArrayList<>();
        byPlace.forEach((place, indicators) -> tables.add(theme(place.level(), indicators)));
        return tables;
    }

    /** Title of a table; levels with the same name share it. */
    private String themeName(Indicator indicator) {
        String theme = indicator.definition().theme();
        String words = theme == null ? w.of("indicators.theme.none") : w.orCode("theme.", theme);
        return w.of("indicators.level", words, indicator.levelName());
    }

    private Table theme(String level, List<Indicator> indicators) {
        List<String> header = new ArrayList<>(places());
        for (Indicator indicator : indicators) {
            String unit = w.orCode("unit.", indicator.definition().unit());
            header.add(indicator.definition().name() + " (" + unit + ")");
            header.add(indicator.definition().name() + ": " + w.of("profile.asof"));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Space space : document.spaces()) {
            if (space.level().equals(level)) {
                List<@Nullable Object> row = new ArrayList<>(place(space));
                for (Indicator indicator : indicators) {
                    Value value = space.values().get(indicator.code());
                    row.add(value == null ? "x" : figure(value));
                    row.add(value == null ? null : value.period());
                }
                rows.add(row);
            }
        }
        return new Table(themeName(indicators.get(0)), header, rows);
    }

    /** The number, or the mark that stands for it. */
    private static Object figure(Value value) {
        if (value.value() != null) {
            return value.value();
        }
        return value.mark() == null
                ? "x"
                : Objects.requireNonNull(CsvAnswer.code(value.mark().sign()));
    }

    private Table indicators() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Indicator indicator : document.indicators()) {
            MonitoringDocument.Definition definition = indicator.definition();
            MonitoringDocument.Range range = indicator.range();
            List<@Nullable Object> row = new ArrayList<>();
            Collections.addAll(
                    row,
                    indicator.code(),
                    definition.name(),
                    definition.description(),
                    w.orCode("unit.", definition.unit()),
                    indicator.levelName(),
                    range.lowest(),
                    range.median(),
                    range.highest(),
                    range.shown(),
                    range.suppressed(),
                    definition.source(),
                    definition.licence());
            rows.add(row);
        }
        return new Table(
                w.of("indicators.heading"),
                List.of(
                        w.of("table.code"),
                        w.of("indicators.name"),
                        w.of("table.description"),
                        w.of("indicators.unit"),
                        w.of("profile.level"),
                        w.of("indicators.lowest"),
                        w.of("indicators.median"),
                        w.of("indicators.highest"),
                        w.of("indicators.shown"),
                        w.of("indicators.suppressed"),
                        w.of("indicators.source"),
                        w.of("table.licence")),
                rows);
    }

    private List<String> places() {
        return List.of(w.of("results.key"), w.of("results.space"), w.of("table.within"));
    }

    private static List<@Nullable Object> place(Space space) {
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(
                row,
                space.key(),
                space.name(),
                space.within() == null ? null : space.within().name());
        return row;
    }

    /** What a reader must know of the tables: name and text of each line. */
    List<List<String>> readMe(boolean draft) {
        MonitoringDocument.Header header = document.header();
        List<List<String>> lines = new ArrayList<>();
        if (draft) {
            lines.add(List.of(w.of("report.draft"), w.of("report.draft.text")));
        }
        String area =
                header.area() == null ? w.of("report.area.all") : header.area().name();
        lines.add(List.of(w.of("report.kind.monitoring"), area));
        lines.add(List.of(w.of("method.period"), w.period(header.period())));
        lines.add(List.of(w.of("profile.asof"), w.day(header.assembledAt())));
        lines.add(List.of(w.of("table.report"), header.id().toString()));
        header.notices().forEach(notice -> lines.add(List.of(w.of("report.notice"), notice)));
        for (Classification run : document.classifications()) {
            lines.add(List.of(
                    run.classifiedBy().schemeTitle(),
                    w.of("method.asof") + ": " + w.day(run.asOf()) + "; " + w.of("method.run") + " " + run.run()));
        }
        document.indicators().stream()
                .map(indicator -> join(
                        indicator.definition().source(), indicator.definition().licence()))
                .filter(source -> !source.isEmpty())
                .distinct()
                .sorted()
                .forEach(source -> lines.add(List.of(w.of("indicators.source"), source)));
        document.marks()
                .forEach(mark ->
                        lines.add(List.of(w.of("marks.heading"), mark.mark().sign() + "  " + mark.meaning())));
        return lines;
    }

    private static String join(@Nullable String source, @Nullable String licence) {
        return Stream.of(source, licence)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(", "));
    }
}
