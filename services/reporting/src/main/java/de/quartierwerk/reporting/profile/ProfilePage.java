package de.quartierwerk.reporting.profile;

import de.quartierwerk.reporting.text.Shown;
import de.quartierwerk.reporting.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a profile shows, with every number and word already written. A text that is null is not shown.
 *
 * @param w words of the page's language
 * @param css style sheet
 * @param profile the profile
 * @param period period in words
 * @param facts name and text of each fact
 * @param map where the space lies
 * @param mapNote what the map shows
 * @param results results of published runs
 * @param themes indicators by theme
 * @param grants grants
 * @param sources sources of the indicators, each once
 */
record ProfilePage(
        Words w,
        String css,
        ProfileResponse profile,
        String period,
        List<Fact> facts,
        @Nullable String map,
        String mapNote,
        List<ResultView> results,
        List<ThemeView> themes,
        List<GrantRow> grants,
        List<String> sources) {

    /** A fact. */
    record Fact(String name, String text, boolean foreign, boolean place) {
        /** A fact in the words of the page. */
        Fact(String name, String text) {
            this(name, text, false, false);
        }
    }

    /** Result of a run. */
    record ResultView(
            String title,
            @Nullable String excluded,
            List<IndexView> indices,
            @Nullable String group,
            List<NeedView> needs) {}

    /** Class in an index. */
    record IndexView(
            String title, @Nullable String code, @Nullable String label, Shown value) {}

    /** A need. */
    record NeedView(
            String code,
            String title,
            String origin,
            @Nullable String reason) {}

    /** Indicators of a theme. */
    record ThemeView(String id, String title, List<Row> rows) {}

    /** An indicator. */
    record Row(
            String name,
            String unit,
            Shown value,
            String period,
            @Nullable Shown median,
            String rank,
            List<String> larger,
            @Nullable String line,
            List<Point> history) {}

    /** A value over time, for the line and for those who cannot see it. */
    record Point(String period, Shown value) {}

    /** A grant. */
    record GrantRow(String applicant, String purpose, String amount, String decision) {}
}
