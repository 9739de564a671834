package de.quartierwerk.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows on paper: the words and numbers of its page, laid out for A4. Texts whose name ends with
 * {@code Html} are HTML.
 *
 * @param page the page with the same words and numbers
 * @param css style sheet for paper
 * @param head what stands at the head of every page
 * @param contents chapters with what is in them
 * @param runs published runs
 */
record PrintPage(MonitoringPage page, String css, String head, List<Chapter> contents, List<Run> runs) {

    /** A chapter of the contents; foreign where its name comes from the data. */
    record Chapter(String id, String name, boolean foreign, List<Part> parts) {}

    /** A part of a chapter. */
    record Part(String id, String name) {}

    /** A published run with its pictures and tables. */
    record Run(
            MonitoringPage.ClassificationView view,
            List<Field> fields,
            List<Map> maps,
            List<Table> tables,
            Table results) {}

    /** A field of action with its small map, null where there is none. */
    record Field(MonitoringPage.FieldView view, @Nullable String svg) {}

    /** A map with its legend. */
    record Map(MonitoringPage.MapView view, String svg, List<Legend> legend) {}

    /** A row of a legend whose swatch says what it stands for. */
    record Legend(MonitoringPage.LegendRow row, String swatch) {}

    /** A table in as many parts as its columns need; each part names the rows again. */
    record Table(String id, String captionHtml, List<Columns> parts) {
        /** Whether it has no row. */
        public boolean isEmpty() {
            return parts.stream()
                    .flatMap(part -> part.groups().stream())
                    .allMatch(group -> group.rows().isEmpty());
        }
    }

    /**
     * Columns that lie beside each other on the paper.
     *
     * @param note which part it is, null where there is one alone
     * @param width width in millimetres
     * @param heads the heads, that of the names first
     * @param groups the rows
     */
    record Columns(@Nullable String note, int width, List<Head> heads, List<Group> groups) {}

    /** Head of a column with its share of the width; over numbers it stands at the right. */
    record Head(String html, int percent, boolean amount) {}

    /** Rows of a larger space; the name is null where the spaces lie in none. */
    record Group(@Nullable String name, List<Row> rows) {}

    /** A row. */
    record Row(String nameHtml, List<Cell> cells) {}

    /** A cell, a number or words with the colour of a class; null where it has none. */
    record Cell(String html, boolean amount, @Nullable String colour) {}
}
