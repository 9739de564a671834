package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Lays the page of a report out on paper; the words and numbers are those of the page. */
final class PrintPages {
    private static final int LONGEST_HEAD = 90;

    private final MonitoringPage page;
    private final Words w;

    private PrintPages(MonitoringPage page) {
        this.page = page;
        this.w = page.w();
    }

    /**
     * A report on paper.
     *
     * @param css style sheet for paper
     */
    static PrintPage of(MonitoringPage page, String css) {
        return new PrintPages(page).print(css);
    }

    private PrintPage print(String css) {
        List<PrintPage.Run> runs =
                page.classifications().stream().map(this::run).toList();
        return new PrintPage(page, css, head(), contents(runs), runs);
    }

    /** Title and period, cut where they are too long for one line. */
    private String head() {
        String title = w.of("report.kind.monitoring") + " " + page.title();
        String cut = title.length() > LONGEST_HEAD ? title.substring(0, LONGEST_HEAD) + "…" : title;
        return cut + ", " + page.period();
    }

    private List<PrintPage.Chapter> contents(List<PrintPage.Run> runs) {
        List<PrintPage.Chapter> chapters = new ArrayList<>();
        runs.forEach(run ->
                chapters.add(new PrintPage.Chapter(run.view().id(), run.view().title(), true, parts(run))));
        if (!page.offers().isEmpty()) {
            chapters.add(chapter("offers", "offers.heading"));
        }
        if (!page.grants().isEmpty()) {
            chapters.add(chapter("grants", "grants.heading"));
        }
        if (!page.sources().isEmpty()) {
            chapters.add(chapter("sources", "indicators.summary"));
        }
        chapters.add(chapter("method", "method.heading"));
        return chapters;
    }

    private PrintPage.Chapter chapter(String id, String name) {
        return new PrintPage.Chapter(id, w.of(name), false, List.of());
    }

    private List<PrintPage.Part> parts(PrintPage.Run run) {
        String id = run.view().id();
        List<PrintPage.Part> parts = new ArrayList<>();
        if (!run.fields().isEmpty()) {
            parts.add(new PrintPage.Part(id + "-fields", w.of("needs.heading")));
        }
        if (!run.maps().isEmpty()) {
            parts.add(new PrintPage.Part(id + "-maps", w.of("maps.heading")));
        }
        if (!run.tables().isEmpty()) {
            parts.add(new PrintPage.Part(id + "-tables", w.of("print.tables")));
        }
        parts.add(new PrintPage.Part(id + "-results", w.of("results.heading")));
        return parts;
    }

    private PrintPage.Run run(MonitoringPage.ClassificationView view) {
        PrintTables tables = new PrintTables(w);
        return new PrintPage.Run(
                view,
                view.fields().stream().map(this::field).toList(),
                view.maps().stream().map(PrintPages::map).toList(),
                view.tables().stream().map(tables::of).toList(),
                tables.of(view.id() + "-table", view.table()));
    }

    private PrintPage.Field field(MonitoringPage.FieldView view) {
        String svg = view.svg();
        String title = w.of("needs.map.title", view.title());
        return new PrintPage.Field(view, svg == null ? null : PrintPictures.map(svg, title, 60, 60));
    }

    /** A large map has the width of the paper, two of the others stand on one page, each beside its legend. */
    private static PrintPage.Map map(MonitoringPage.MapView view) {
        return new PrintPage.Map(
                view,
                view.large()
                        ? PrintPictures.map(view.svg(), view.title(), 160, 150)
                        : PrintPictures.map(view.svg(), view.title(), 110, 105),
                view.legend().stream()
                        .map(row -> new PrintPage.Legend(
                                row,
                                PrintPictures.swatch(row.swatch(), row.label().isEmpty() ? name(row) : row.label())))
                        .toList());
    }

    private static String name(MonitoringPage.LegendRow row) {
        return row.code() == null ? row.count() : row.code();
    }
}
