package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Decision;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import de.quartierwerk.ingestion.catalogue.ShareOf;
import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.space.SpaceTree;
import de.quartierwerk.ingestion.space.SpaceTrees;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.database.CopyBehind;
import de.quartierwerk.kit.database.CopyRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one release, group by group: the delivered ones first, then what is computed from them. While
 * one portion is loaded, the next is made; a group is read before its predecessor is made, since no other statement
 * runs while rows are loaded.
 */
final class ReleaseWriting implements AutoCloseable {
    private static final int PORTION_CHARACTERS = 1024 * 1024;
    /** Two groups are held at once only as long as they are not large. */
    private static final int MOST_VALUES_AHEAD = 100_000;

    private static final int LARGEST_PORTION_CHARACTERS = 4 * 1024 * 1024;

    private final ReleaseStatements releases;
    private final Control control;
    private final Spaces spaces;
    private final SpaceTrees trees;
    private final Map<String, Indicator> catalogue;
    private final Sums sums;
    private final Supplier<byte[]> secret;
    private final Territory territory;
    private final long release;
    private final Map<String, Set<String>> periods = new TreeMap<>();
    private final Set<Group> groups = new LinkedHashSet<>();
    private final CopyBehind loading;
    private final CopyRows rows = new CopyRows();
    private long created;
    private long updated;

    ReleaseWriting(
            ReleaseStatements releases,
            Control control,
            Spaces spaces,
            SpaceTrees trees,
            Map<String, Indicator> catalogue,
            Sums sums,
            Supplier<byte[]> secret,
            Territory territory,
            long release) {
        this.releases = releases;
        this.control = control;
        this.spaces = spaces;
        this.trees = trees;
        this.catalogue = catalogue;
        this.sums = sums;
        this.secret = secret;
        this.territory = territory;
        this.release = release;
        this.loading = releases.loadingValues();
    }

    /** Why a release without a file is made. */
    enum Territory {
        /** It has a file. */
        AS_IT_WAS,
        /** Spaces have moved: sums are made anew. */
        MOVED,
        /** They have, and the new sums would give a secret away: those that do not hold any more go. */
        OUTDATED
    }

    /**
     * A group that was read.
     *
     * @param count how many values of it were delivered
     * @param changed those that are new or differ from the known ones
     * @param known the latest known values by space, where sums are made
     */
    private record Delivered(Group group, long count, List<Figure> changed, Map<String, Known> known) {}

    /**
     * Writes the delivered values of a submission that are new or differ from the known ones, and what they sum up to
     * in larger spaces.
     *
     * @param withdrawn number of the release that they take back, if they do
     */
    void delivered(Submission of, @Nullable Long withdrawn, ReleaseProgress progress) {
        UUID submission = of.id();
        @Nullable Delivered waiting = null;
        for (Group group : releases.stagedGroups(submission)) {
            long count = releases.stagedCount(submission, group);
            if (waiting != null && waiting.count + count > MOST_VALUES_AHEAD) {
                write(waiting, progress);
                waiting = null;
            }
            Delivered read = read(submission, group, count, withdrawn);
            if (waiting != null) {
                write(waiting, progress);
            }
            waiting = read;
        }
        if (waiting != null) {
            write(waiting, progress);
        }
        progress.allWritten();
    }

    private Delivered read(UUID submission, Group group, long count, @Nullable Long withdrawn) {
        Indicator indicator = indicator(group);
        NoiseProtection protection = indicator.definition().protection();
        boolean noisy = protection != null && protection.byPlatform();
        List<Figure> changed = indicator.definition().computed() || territory != Territory.AS_IT_WAS
                ? List.of()
                : releases.changed(submission, group, noisy, withdrawn);
        ShareOf share = indicator.definition().relations().shareOf();
        if (share != null && !changed.isEmpty()) {
            changed = withCounts(submission, group, share, changed);
        }
        if (protection != null && noisy && !changed.isEmpty()) {
            changed = noisy(group, protection, changed, withdrawn != null);
        }
        boolean summed = (!changed.isEmpty() || summedAnew(group)) && RollUp.applies(indicator);
        return new Delivered(group, count, changed, summed ? releases.latest(release, group) : Map.of());
    }

    /**
     * Counts as they are published; those that change nothing are left out.
     *
     * @param restored whether they were released before
     */
    private List<Figure> noisy(Group group, NoiseProtection protection, List<Figure> changed, boolean restored) {
        SpaceTree tree = trees.on(group.periodEnd());
        UnaryOperator<Figure> noise = protection.needsKeys()
                ? new KeyedNoise(protection, Control.minimum(indicator(group).definition()), restored)
                : new RandomRounding(
                        protection, secret.get(), RandomRounding.figure(group.indicator(), catalogue), group, tree);
        Map<String, Known> known = releases.latest(release, group);
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : changed) {
            Figure with = noise.apply(figure);
            Known before = known.get(figure.space());
            if (before == null || !before.sameAs(with)) {
                figures.add(with);
            }
        }
        return figures;
    }

    /** Bare shares with the counts behind them, as far as these are known; those that change nothing are left out. */
    private List<Figure> withCounts(UUID submission, Group group, ShareOf share, List<Figure> changed) {
        Map<String, BigDecimal> numerators = releases.numbers(submission, share.numerator(), group.period());
        Map<String, BigDecimal> denominators = releases.numbers(submission, share.denominator(), group.period());
        Map<String, Known> known = releases.latest(release, group);
        BigDecimal factor = Units.factor(indicator(group).definition().unit());
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : changed) {
            Figure with = figure.withCounts(numerators.get(figure.space()), denominators.get(figure.space()), factor);
            Known before = known.get(figure.space());
            if (before == null || !before.sameAs(with)) {
                figures.add(with);
            }
        }
        return figures;
    }

    /** Judges bare shares anew whose counts this release changes or has brought after them. */
    void judgedAgain() {
        for (Indicator indicator : catalogue.values()) {
            ShareOf share = indicator.definition().relations().shareOf();
            if (share != null) {
                List<String> counts = List.of(share.numerator(), share.denominator());
                for (String period : periods(counts)) {
                    load();
                    LocalDate end = Period.parse(period)
                            .orElseThrow()
                            .referenceDate(indicator.definition().referenceDate());
                    Group group = new Group(indicator.code(), period, end);
                    write(group, judgedAgain(group, share, releases.sharesOf(release, group, counts)));
                }
            }
        }
    }

    private List<Figure> judgedAgain(Group group, ShareOf share, List<Known> shares) {
        if (shares.isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> numerators = releases.numbers(share.numerator(), group.period());
        Map<String, BigDecimal> denominators = releases.numbers(share.denominator(), group.period());
        BigDecimal factor = Units.factor(indicator(group).definition().unit());
        List<Figure> figures = new ArrayList<>();
        for (Known before : shares) {
            Figure figure = Figure.bare(before)
                    .withCounts(numerators.get(before.space()), denominators.get(before.space()), factor);
            if (!before.sameAs(figure)) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private void write(Delivered read, ReleaseProgress progress) {
        if (rows.size() > PORTION_CHARACTERS) {
            load();
        }
        Group group = read.group;
        Map<String, Figure> written = new LinkedHashMap<>();
        read.changed.forEach(figure -> written.put(figure.space(), figure));
        List<Figure> sums = new ArrayList<>();
        Indicator indicator = indicator(group);
        if ((!written.isEmpty() || summedAnew(group)) && RollUp.applies(indicator)) {
            for (Figure sum : sums(indicator, read)) {
                Known before = read.known.get(sum.space());
                if (before != null && before.sameAs(sum)) {
                    written.remove(sum.space());
                } else if (written.replace(sum.space(), sum) == null) {
                    sums.add(sum);
                }
            }
        }
        written.values().forEach(this::count);
        write(group, List.copyOf(written.values()));
        write(group, sums);
        progress.written(read.count);
    }

    /** The sums that change; those that do not hold any more, as missing, where they cannot be published. */
    private List<Figure> sums(Indicator indicator, Delivered read) {
        SpaceTree tree = trees.on(read.group.periodEnd());
        List<Figure> sums = RollUp.of(indicator, tree, read.changed, read.known, summedAnew(read.group));
        if (territory != Territory.OUTDATED) {
            return sums;
        }
        return sums.stream()
                .filter(sum -> read.known.containsKey(sum.space())
                        && !Objects.requireNonNull(read.known.get(sum.space())).sameAs(sum))
                .map(sum -> RollUp.missing(sum.space(), sum.revision()))
                .toList();
    }

    private boolean summedAnew(Group group) {
        return territory != Territory.AS_IT_WAS
                || !trees.on(group.periodEnd()).former().isEmpty();
    }

    private Indicator indicator(Group group) {
        return Objects.requireNonNull(catalogue.get(group.indicator()));
    }

    private void count(Figure figure) {
        if (figure.revision() == 0) {
            created++;
        } else {
            updated++;
        }
    }

    /** Computes an indicator anew wherever this release changes one of its inputs. */
    void computed(Indicator indicator) {
        load();
        List<String> inputs = indicator.inputs();
        Computation computation = new Computation(
                indicator, Shares.quotient(indicator, catalogue).orElse(null), sums.isSum(indicator.code()));
        for (String period : periods(inputs)) {
            LocalDate end = Period.parse(period)
                    .orElseThrow()
                    .referenceDate(indicator.definition().referenceDate());
            write(new Group(indicator.code(), period, end), figures(indicator, computation, inputs, period, end));
        }
    }

    private Set<String> periods(Collection<String> indicators) {
        Set<String> all = new TreeSet<>();
        indicators.forEach(indicator -> all.addAll(periods.getOrDefault(indicator, Set.of())));
        return all;
    }

    private List<Figure> figures(
            Indicator indicator, Computation computation, List<String> inputs, String period, LocalDate end) {
        Set<String> wanted = new LinkedHashSet<>(inputs);
        wanted.add(indicator.code());
        Map<String, Map<String, Known>> bySpace = new LinkedHashMap<>();
        for (Known known : releases.latest(release, period, inputs, wanted)) {
            bySpace.computeIfAbsent(known.space(), key -> new HashMap<>()).put(known.indicator(), known);
        }
        if (inputs.contains(Indicator.AREA)) {
            addAreas(bySpace, end);
        }
        List<Figure> figures = new ArrayList<>();
        bySpace.forEach((space, known) -> {
            Known before = known.get(indicator.code());
            computation.compute(space, known, before).ifPresent(figure -> {
                if (before == null || differs(indicator, before, figure)) {
                    figures.add(figure);
                }
            });
        });
        return figures;
    }

    private boolean differs(Indicator indicator, Known before, Figure figure) {
        Figure marked = control.marked(indicator, catalogue, List.of(figure)).get(0);
        if (!before.sameAs(marked)) {
            return true;
        }
        Decision decision =
                control.decide(indicator, catalogue, List.of(figure)).get(0);
        return !before.protectsOthers() && !publicStatus(marked, decision).equals(before.publicStatus());
    }

    private void addAreas(Map<String, Map<String, Known>> bySpace, LocalDate day) {
        Collection<String> keys = bySpace.keySet();
        for (Map.Entry<String, BigDecimal> area :
                spaces.squareKilometres(keys, day).entrySet()) {
            Known known = new Known(
                    Indicator.AREA,
                    area.getKey(),
                    area.getValue(),
                    null,
                    null,
                    ValueStatus.NORMAL,
                    ValueStatus.NORMAL,
                    null,
                    1,
                    null);
            bySpace.getOrDefault(area.getKey(), new HashMap<>()).put(Indicator.AREA, known);
        }
    }

    private void write(Group group, List<Figure> unmarked) {
        if (unmarked.isEmpty()) {
            return;
        }
        periods.computeIfAbsent(group.indicator(), code -> new TreeSet<>()).add(group.period());
        groups.add(group);
        Indicator indicator = indicator(group);
        List<Figure> figures = control.marked(indicator, catalogue, unmarked);
        List<Decision> decisions = control.decide(indicator, catalogue, figures);
        for (int i = 0; i < figures.size(); i++) {
            add(group, figures.get(i), decisions.get(i));
        }
    }

    private void add(Group group, Figure figure, Decision decision) {
        new ReleaseStatements.Row(group, release, figure, decision, publicStatus(figure, decision)).addTo(rows);
        if (rows.size() > LARGEST_PORTION_CHARACTERS) {
            load();
        }
    }

    private static String publicStatus(Figure figure, Decision decision) {
        return decision.suppressed() ? ValueStatus.SUPPRESSED : figure.status();
    }

    private void load() {
        loading.copy(rows);
    }

    /** Waits until all values are loaded. */
    @Override
    public void close() {
        try (loading) {
            load();
        }
    }

    /** The periods of each indicator of which values were written. */
    Map<String, Set<String>> periods() {
        return periods;
    }

    /** The indicators and periods of which values were written, with their days. */
    Set<Group> groups() {
        return groups;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }
}
