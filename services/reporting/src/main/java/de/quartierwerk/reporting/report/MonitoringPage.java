package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a monitoring report shows, with every number and word already written; the template only arranges
 * it. A text that is null is not shown.
 *
 * @param w words of the page's language
 * @param css style sheet of the page
 * @param title heading
 * @param period period in words
 * @param assembled day of assembly
 * @param number id of the report
 * @param version number of the version
 * @param draft whether it is a draft
 * @param correction what it corrects, null for a first version
 * @param notices notes every reader must see
 * @param classifications published runs
 * @param sources indicators with range
 * @param origins each source once, with its indicators
 * @param offers offers
 * @param grants grants
 * @param marks sign and meaning
 * @param forms the other forms of the report
 */
record MonitoringPage(
        Words w,
        String css,
        String title,
        String period,
        String assembled,
        String number,
        int version,
        boolean draft,
        MonitoringDocument.@Nullable Correction correction,
        List<String> notices,
        List<ClassificationView> classifications,
        List<SourceRow> sources,
        List<OriginRow> origins,
        List<OfferRow> offers,
        List<GrantRow> grants,
        List<MarkRow> marks,
        List<FormLink> forms) {

    /**
     * A published run.
     *
     * @param id identifier on the page
     * @param title title of the scheme
     * @param leadNumber large number
     * @param leadTotal the total that the number is part of
     * @param leadText what it counts
     * @param leadWhere in how many municipalities
     * @param remarks sentences below
     * @param change what has changed since the edition before, null without one
     * @param fields fields of action
     * @param tables groups, transitions, trend, larger areas, highest and lowest
     * @param maps maps with legend
     * @param table results
     * @param stated reasons of stated needs
     * @param method name and text of each method note
     */
    record ClassificationView(
            String id,
            String title,
            String leadNumber,
            @Nullable String leadTotal,
            String leadText,
            @Nullable String leadWhere,
            List<String> remarks,
            @Nullable String change,
            List<FieldView> fields,
            List<CrossTable> tables,
            List<MapView> maps,
            ResultTable table,
            List<String> stated,
            List<Note> method) {}

    /** A field of action with a small map. */
    record FieldView(
            String code,
            String title,
            @Nullable String target,
            String spaces,
            @Nullable String larger,
            @Nullable String change,
            String came,
            String went,
            String now,
            @Nullable String svg) {}

    /** A table of numbers by two things; title and heads are HTML. */
    record CrossTable(String id, String title, String head, List<String> columns, List<CrossRow> rows) {}

    /** A row of such a table; the name is HTML. */
    record CrossRow(String name, List<String> cells) {}

    /**
     * A map with its legend, its caption as HTML, and the names of the spaces that it does not show; a large map has a
     * row of its own.
     */
    record MapView(
            String title,
            String caption,
            boolean large,
            String svg,
            List<LegendRow> legend,
            boolean dots,
            @Nullable String outlines,
            @Nullable String missing,
            String origin) {}

    /**
     * A row of a legend.
     *
     * @param swatch field with the colour or pattern, as an SVG element
     * @param code class code
     * @param label words
     * @param range breaks in words
     * @param count number of spaces
     * @param bar length of the bar from 0 to 100
     */
    record LegendRow(
            String swatch,
            @Nullable String code,
            String label,
            @Nullable String range,
            String count,
            int bar) {}

    /** Results per space, in groups of the municipalities; the caption is HTML. */
    record ResultTable(
            String caption,
            List<String> indices,
            boolean grouped,
            List<NeedHead> needs,
            int columns,
            List<RowGroup> groups) {}

    /** Column of a field of action. */
    record NeedHead(String code, String title) {}

    /** Rows of one municipality; the name is null where the spaces lie in none. */
    record RowGroup(@Nullable String name, List<ResultRow> rows) {}

    /** Results of a space; {@code remark} replaces the classes of a space that is not classified. */
    record ResultRow(
            String name,
            String key,
            @Nullable String remark,
            List<ClassCell> classes,
            @Nullable String group,
            List<NeedCell> needs) {}

    /** Class of one index. */
    record ClassCell(
            @Nullable String fill,
            @Nullable String code,
            @Nullable String label,
            @Nullable String value) {}

    /** Sign of a need and what it says; the sign is empty where there is no need. */
    record NeedCell(String sign, String text) {}

    /** An indicator with its range and source. */
    record SourceRow(
            String name,
            String code,
            @Nullable String description,
            String unit,
            String lowest,
            String median,
            String highest,
            String shown,
            String suppressed,
            String polarity,
            String source) {}

    /** A source with the indicators that come from it. */
    record OriginRow(String source, String indicators) {}

    /** An offer. */
    record OfferRow(String name, String stakeholder, String target, String spaces, String needs) {}

    /** A grant. */
    record GrantRow(String applicant, String purpose, String amount, String decision, String spaces) {}

    /** Another form of the report. */
    record FormLink(String code, String name) {}

    /** A disclosure mark. */
    record MarkRow(String mark, String meaning) {}

    /** A note with its name. */
    record Note(String name, String text, boolean foreign) {
        /** A note in the words of the page. */
        Note(String name, String text) {
            this(name, text, false);
        }
    }
}
