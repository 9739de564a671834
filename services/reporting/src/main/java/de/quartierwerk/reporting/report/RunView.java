package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.report.MonitoringDocument.Area;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Result;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.text.LevelWords;
import de.quartierwerk.reporting.text.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A published run with its spaces, as a page looks at it.
 *
 * @param id identifier on the page
 * @param title the area of the report
 * @param run the run
 * @param spaces spaces with a result of the run
 * @param links what comes before the key in the address of a space, null where spaces are no links
 */
record RunView(
        String id,
        String title,
        Classification run,
        List<Space> spaces,
        @Nullable String links) {
    /** A run of a report, the {@code number}th of its page. */
    static RunView of(Classification run, List<Space> all, String title, int number) {
        return of(run, all, title, number, null);
    }

    /** A run whose spaces are links. */
    static RunView of(Classification run, List<Space> all, String title, int number, @Nullable String links) {
        return new RunView(
                "run" + number,
                title,
                run,
                all.stream()
                        .filter(space ->
                                space.results().containsKey(run.classifiedBy().scheme()))
                        .toList(),
                links);
    }

    Result result(Space space) {
        return Objects.requireNonNull(space.results().get(run.classifiedBy().scheme()));
    }

    boolean isExcluded(Space space) {
        return result(space).excluded() != null;
    }

    boolean isClassified(Space space) {
        return run.classifies(result(space));
    }

    /** Whether a space has a need; an excluded one has none, whatever people stated. */
    boolean hasNeed(Space space, String need) {
        return !isExcluded(space)
                && result(space).needs().stream().anyMatch(found -> found.code().equals(need));
    }

    /** Whether a space has any need; an excluded one has none. */
    boolean isInNeed(Space space) {
        return !isExcluded(space) && !result(space).needs().isEmpty();
    }

    /** What the classified spaces are called. */
    LevelWords level(Words w) {
        return LevelWords.of(w, run.level(), run.levelName());
    }

    /** What the larger areas are called in which the spaces lie. */
    LevelWords larger(Words w) {
        List<Area> levels = within(spaces.stream())
                .filter(area -> !area.level().equals(run.level()))
                .toList();
        long kinds = levels.stream().map(Area::level).distinct().count();
        return kinds == 1
                ? LevelWords.of(w, levels.get(0).level(), levels.get(0).levelName())
                : LevelWords.other(w);
    }

    /**
     * Number of larger areas with a space that has a need; 0 where all spaces lie in one area or in none.
     *
     * @param need code of the need, null for any
     */
    int areasInNeed(@Nullable String need) {
        if (within(spaces.stream()).map(Area::key).distinct().count() < 2) {
            return 0;
        }
        return (int) within(spaces.stream().filter(space -> need == null ? isInNeed(space) : hasNeed(space, need)))
                .map(Area::key)
                .distinct()
                .count();
    }

    private static Stream<Area> within(Stream<Space> spaces) {
        return spaces.flatMap(space -> Stream.ofNullable(space.within()));
    }
}
