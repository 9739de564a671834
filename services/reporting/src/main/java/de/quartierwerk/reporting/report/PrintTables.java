package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays tables out on paper. A column is as wide as the longest word of its head and its longest cell; columns that do
 * not fit beside the names go into a further part, which names the rows again.
 */
final class PrintTables {
    private static final int PAPER = 170;
    private static final int NAMES = 46;
    private static final int NARROWEST = 13;
    private static final int WIDEST = 62;
    private static final double MILLIMETRES_OF_A_LETTER = 1.75;
    private static final int PADDING = 4;
    private static final Pattern NUMBER = Pattern.compile("[-−+]?[0-9][0-9.,\\h]*");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("[\\s-]+");

    private final Words w;

    PrintTables(Words w) {
        this.w = w;
    }

    /** A table of numbers by two things. */
    PrintPage.Table of(MonitoringPage.CrossTable table) {
        List<PrintPage.Row> rows = table.rows().stream()
                .map(row -> new PrintPage.Row(
                        row.name(),
                        row.cells().stream()
                                .map(cell -> new PrintPage.Cell(Words.html(cell), isNumber(cell), null))
                                .toList()))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            columns.add(column(
                    table.columns().get(i),
                    table.rows().stream().map(row -> row.cells().get(at)).toList()));
        }
        return new PrintPage.Table(
                table.id(), table.title(), parts(table.head(), columns, List.of(new PrintPage.Group(null, rows))));
    }

    /** The results of a run. */
    PrintPage.Table of(String id, MonitoringPage.ResultTable table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.indices().size(); i++) {
            int at = i;
            List<String> cells = table.groups().stream()
                    .flatMap(group -> group.rows().stream())
                    .map(row -> words(row.classes().get(at)))
                    .toList();
            columns.add(column(w.foreignHtml(table.indices().get(i)), cells));
        }
        if (table.grouped()) {
            columns.add(column(w.of("results.group"), List.of()));
        }
        table.needs().forEach(need -> columns.add(column(Words.html(need.code()), List.of())));
        List<PrintPage.Group> groups = table.groups().stream()
                .map(group -> new PrintPage.Group(
                        group.name(),
                        group.rows().stream().map(row -> row(row, table)).toList()))
                .toList();
        return new PrintPage.Table(id, table.caption(), parts(w.of("results.space"), columns, groups));
    }

    private PrintPage.Row row(MonitoringPage.ResultRow row, MonitoringPage.ResultTable table) {
        String name = w.foreignHtml(row.name()) + " <small>" + Words.html(row.key()) + "</small>";
        if (row.remark() != null) {
            name += " <small class=\"remark\">" + Words.html(row.remark()) + "</small>";
        }
        List<PrintPage.Cell> cells = new ArrayList<>();
        for (MonitoringPage.ClassCell cell : row.classes()) {
            cells.add(
                    row.remark() == null
                            ? new PrintPage.Cell(html(cell), false, cell.fill())
                            : new PrintPage.Cell("", false, null));
        }
        if (table.grouped()) {
            cells.add(new PrintPage.Cell(row.group() == null ? "" : Words.html(row.group()), false, null));
        }
        row.needs().forEach(need -> cells.add(new PrintPage.Cell(need.sign(), false, null)));
        return new PrintPage.Row(name, cells);
    }

    private static String words(MonitoringPage.ClassCell cell) {
        return Stream.of(cell.code(), cell.label(), cell.value())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private String html(MonitoringPage.ClassCell cell) {
        StringBuilder html = new StringBuilder();
        if (cell.code() != null) {
            html.append("<b>").append(Words.html(cell.code())).append("</b> ");
        }
        if (cell.label() != null) {
            html.append(w.foreignHtml(cell.label())).append(' ');
        }
        if (cell.value() != null) {
            html.append("<small>").append(Words.html(cell.value())).append("</small>");
        }
        return html.toString().strip();
    }

    /** A column with its width in millimetres. */
    private record Column(String head, int width, boolean amount) {}

    private static Column column(String head, List<String> cells) {
        IntStream words =
                SPACES.splitAsStream(TAGS.matcher(head).replaceAll("")).mapToInt(String::length);
        int longest = IntStream.concat(words, cells.stream().mapToInt(String::length))
                .max()
                .orElse(0);
        int width = (int) Math.ceil(MILLIMETRES_OF_A_LETTER * longest) + PADDING;
        return new Column(
                head,
                Math.max(NARROWEST, Math.min(WIDEST, width)),
                !cells.isEmpty() && cells.stream().allMatch(PrintTables::isNumber));
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private List<PrintPage.Columns> parts(String names, List<Column> columns, List<PrintPage.Group> groups) {
        List<Integer> ends = new ArrayList<>();
        int width = NAMES;
        for (int i = 0; i < columns.size(); i++) {
            if (width + columns.get(i).width() > PAPER) {
                ends.add(i);
                width = NAMES;
            }
            width += columns.get(i).width();
        }
        ends.add(columns.size());
        List<PrintPage.Columns> parts = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            String note = ends.size() == 1 ? null : w.of("print.part", parts.size() + 1, ends.size());
            parts.add(part(note, names, columns.subList(from, end), groups, from, end));
            from = end;
        }
        return parts;
    }

    private static PrintPage.Columns part(
            @Nullable String note,
            String names,
            List<Column> columns,
            List<PrintPage.Group> groups,
            int from,
            int end) {
        int width = NAMES + columns.stream().mapToInt(Column::width).sum();
        List<PrintPage.Head> heads = new ArrayList<>();
        heads.add(new PrintPage.Head(names, 100 * NAMES / width, false));
        columns.forEach(
                column -> heads.add(new PrintPage.Head(column.head(), 100 * column.width() / width, column.amount())));
        return new PrintPage.Columns(
                note,
                width,
                heads,
                groups.stream()
                        .map(group -> new PrintPage.Group(
                                group.name(),
                                group.rows().stream()
                                        .map(row -> new PrintPage.Row(
                                                row.nameHtml(), row.cells().subList(from, end)))
                                        .toList()))
                        .toList());
    }
}
