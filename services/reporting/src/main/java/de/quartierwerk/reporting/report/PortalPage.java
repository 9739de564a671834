package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Shown;
import de.quartierwerk.reporting.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages for everybody show, with every number and word already written. */
final class PortalPage {
    private PortalPage() {}

    /**
     * What all pages share.
     *
     * @param w words of the page's language
     * @param css style sheet
     * @param title name of the page
     * @param heading heading as HTML
     * @param base address of the overview, from which links start
     * @param freshness how new the data are; null where nothing is published
     * @param notices notes every reader must see
     */
    record Frame(
            Words w,
            String css,
            String title,
            String heading,
            String base,
            @Nullable String freshness,
            List<String> notices) {}

    /**
     * The overview; without a published run it shows reports alone.
     *
     * @param choice what leads to other pages of the same run, behind the language in their addresses
     */
    record Overview(
            Frame frame,
            String query,
            List<Link> found,
            List<Choice> editions,
            String choice,
            MonitoringPage.@Nullable ClassificationView run,
            String period,
            List<SpaceRow> spaces,
            List<ReportRow> reports) {}

    /** A choice of scheme, period and area. */
    record Choice(String address, String text, boolean chosen) {}

    /** A link. */
    record Link(String address, String text) {}

    /** A space with its needs. */
    record SpaceRow(String address, String name, String within, String classes, String needs) {}

    /** A field of action with its spaces. */
    record Field(
            Frame frame,
            MonitoringPage.FieldView field,
            List<Link> now,
            List<Link> came,
            List<String> went,
            List<String> offers) {}

    /** All indicators. */
    record Indicators(Frame frame, List<IndicatorRow> rows) {}

    /** An indicator in the list. */
    record IndicatorRow(String address, String name, String theme, String level, String unit, String shown) {}

    /** An indicator with the values of all spaces, the highest first. */
    record Indicator(Frame frame, List<String> facts, List<Ranking> rankings) {}

    /** The values of the spaces of a level. */
    record Ranking(String id, String title, List<RankRow> rows) {}

    /** A value in its order. */
    record RankRow(String rank, String address, String name, Shown value) {}

    /** Published reports. */
    record Reports(Frame frame, List<ReportRow> reports) {}

    /** A published report with the addresses of its forms. */
    record ReportRow(String address, String title, String published, List<FormLink> forms) {}

    /** A form of a report. */
    record FormLink(String address, String text, String hash) {}
}
