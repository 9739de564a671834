package de.quartierwerk.reporting.report;

import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.funding.Grants;
import de.quartierwerk.reporting.indicator.Indicators;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.space.Notices;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.stakeholder.Offers;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the data of a report; to be called in one transaction that sees one state of the database. */
@ApplicationScoped
class ReportDataReader {
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final ReleasedValues values;
    private final Indicators indicators;
    private final Offers offers;
    private final Grants grants;
    private final Notices notices;

    ReportDataReader(
            Spaces spaces,
            PublishedRuns runs,
            ReleasedValues values,
            Indicators indicators,
            Offers offers,
            Grants grants,
            Notices notices) {
        this.spaces = spaces;
        this.runs = runs;
        this.values = values;
        this.indicators = indicators;
        this.offers = offers;
        this.grants = grants;
        this.notices = notices;
    }

    /**
     * The data of a report.
     *
     * @param words words of the report's language
     */
    ReportData read(ReportSubject subject, Words words) {
        Space area = area(subject);
        return read(subject, area, runs.latest(pathOf(area), period(subject), subject.scheme()), words);
    }

    /** The data of a run with all that was published about its area and period. */
    ReportData read(ReportSubject subject, Run run, Words words) {
        return read(subject, area(subject), List.of(run), words);
    }

    private @Nullable Space area(ReportSubject subject) {
        return subject.area() == null
                ? null
                : spaces.find(subject.area(), period(subject).last()).orElseThrow();
    }

    private static Period period(ReportSubject subject) {
        return Period.parse(subject.period()).orElseThrow();
    }

    private static List<String> pathOf(@Nullable Space area) {
        return area == null ? List.of() : area.path();
    }

    private ReportData read(ReportSubject subject, @Nullable Space area, List<Run> latest, Words words) {
        Period period = period(subject);
        List<ReportData.RunData> published = runs(subject, pathOf(area), latest);
        Map<String, Space> within = within(subject, period, published);
        List<PublicValue> found = values.in(period, Space.since(within.values()));
        Set<String> shown = Stream.concat(
                        published.stream()
                                .flatMap(run -> run.results().stream())
                                .map(SpaceResult::space),
                        found.stream().map(PublicValue::space))
                .filter(within::containsKey)
                .collect(Collectors.toSet());
        return new ReportData(
                new ReportData.Places(area, spaces.levels(), within, larger(within, period)),
                published,
                found,
                indicators.of(found),
                offers.serving(shown),
                grants.concerning(shown),
                notices.within(subject.area(), period.last(), words));
    }

    private List<ReportData.RunData> runs(ReportSubject subject, List<String> path, List<Run> published) {
        Map<UUID, List<SpaceResult>> results = runs.results(published, subject.area());
        Map<UUID, NeedCounts> counts = runs.counts(published, subject.area());
        Map<UUID, List<Run>> editions =
                published.stream().collect(Collectors.toMap(Run::id, run -> editions(run, path), (one, other) -> one));
        List<Run> all = editions.values().stream().flatMap(List::stream).toList();
        Map<UUID, NeedCounts> earlierCounts = runs.counts(all, subject.area());
        List<Run> last = editions.values().stream()
                .filter(row -> !row.isEmpty())
                .map(row -> row.get(row.size() - 1))
                .toList();
        Map<UUID, List<SpaceResult>> earlierResults = runs.results(last, subject.area());
        return published.stream()
                .map(run -> {
                    List<Run> row = editions.getOrDefault(run.id(), List.of());
                    List<SpaceResult> found = results.getOrDefault(run.id(), List.of());
                    NeedCounts own = Objects.requireNonNull(counts.get(run.id()));
                    return new ReportData.RunData(
                            run,
                            found,
                            own,
                            before(row, run, found, new Earlier(earlierResults, earlierCounts)),
                            trend(row, run, own, earlierCounts));
                })
                .toList();
    }

    /**
     * The run published last of each period before, of the same scheme and area; the period that ends first comes
     * first. Of periods that end on one day those as long as the run's own come last, so that a year is compared with a
     * year.
     */
    private List<Run> editions(Run run, List<String> path) {
        Map<Period, Run> byPeriod = new TreeMap<>(Comparator.comparing(Period::last)
                .thenComparing(period -> isAsLong(period, run.period()))
                .thenComparing(Period::first, Comparator.reverseOrder())
                .thenComparing(Period::text));
        for (Run earlier : runs.covering(path, null, run.scheme().code())) {
            if (earlier.period().last().isBefore(run.period().first()) && Objects.equals(earlier.area(), run.area())) {
                byPeriod.putIfAbsent(earlier.period(), earlier);
            }
        }
        return List.copyOf(byPeriod.values());
    }

    private static boolean isAsLong(Period one, Period other) {
        return one.first()
                .until(one.last().plusDays(1))
                .equals(other.first().until(other.last().plusDays(1)));
    }

    /** What was found earlier, by run. */
    private record Earlier(Map<UUID, List<SpaceResult>> results, Map<UUID, NeedCounts> counts) {}

    /** The last of the editions before a run; null where there is none. */
    private ReportData.@Nullable EditionData before(
            List<Run> editions, Run now, List<SpaceResult> found, Earlier earlier) {
        if (editions.isEmpty()) {
            return null;
        }
        Run run = editions.get(editions.size() - 1);
        List<String> keys = found.stream().map(SpaceResult::space).toList();
        return new ReportData.EditionData(
                run,
                earlier.results().getOrDefault(run.id(), List.of()),
                Objects.requireNonNull(earlier.counts().get(run.id())),
                spaces.same(keys, run.asOf(), now.asOf()));
    }

    private static List<Edition.TrendPoint> trend(
            List<Run> row, Run run, NeedCounts own, Map<UUID, NeedCounts> counts) {
        List<Edition.TrendPoint> trend = new ArrayList<>();
        row.forEach(earlier -> trend.add(point(earlier, Objects.requireNonNull(counts.get(earlier.id())))));
        trend.add(point(run, own));
        return trend;
    }

    private static Edition.TrendPoint point(Run run, NeedCounts counts) {
        return new Edition.TrendPoint(
                run.period().text(),
                counts.counts().considered(),
                counts.counts().spacesInNeed());
    }

    /**
     * The spaces that the runs classified, as they were on the day of the run, and the others of the area at the end of
     * the period, by key.
     */
    private Map<String, Space> within(ReportSubject subject, Period period, List<ReportData.RunData> published) {
        Map<String, Space> within = new TreeMap<>();
        for (ReportData.RunData run : published) {
            List<String> keys = run.results().stream().map(SpaceResult::space).toList();
            spaces.byKey(keys, run.run().asOf()).forEach(within::putIfAbsent);
        }
        spaces.within(subject.area(), period.last()).forEach(space -> within.putIfAbsent(space.key(), space));
        return within;
    }

    private Map<String, Space> larger(Map<String, Space> within, Period period) {
        Set<String> keys =
                within.values().stream().flatMap(space -> space.path().stream()).collect(Collectors.toSet());
        return spaces.byKey(keys, period.last());
    }
}
