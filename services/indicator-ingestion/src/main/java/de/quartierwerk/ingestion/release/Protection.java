package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Cells;
import de.quartierwerk.disclosure.Lots;
import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.disclosure.SecondaryControl;
import de.quartierwerk.disclosure.Series;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.space.SpaceTree;
import de.quartierwerk.ingestion.space.SpaceTrees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies the secondary rules to a written release: to the indicators and periods that hang together, with all
 * revisions that were ever published. Where nothing is suppressed, nothing is read.
 */
final class Protection {
    private static final int MOST_PLACES = 100;
    /** A sum that is suppressed for its contributors must not be known better than to a tenth. */
    private static final double ROOM_OF_SUM = 0.1;

    private final SuppressionStatements values;
    private final SpaceTrees trees;
    private final Sums sums;
    private final Map<Long, Integer> holders;
    private final long release;
    private final List<SuppressionStatements.Width> widths = new ArrayList<>();
    private byte[] secret = {};
    private int chosen;
    private int atLeast;
    private final List<ReleaseRefused.Place> revealed = new ArrayList<>();
    private final Map<Set<String>, List<Sums.Related>> groups = new HashMap<>();
    private final Map<Open, Set<String>> open = new LinkedHashMap<>();

    /** A share of which denominators may have to be suppressed. */
    private record Open(String share, String period) {}

    /**
     * @param holders who delivered each release, where submitters must not learn of each other's numbers; else empty
     */
    Protection(SuppressionStatements values, SpaceTrees trees, Sums sums, Map<Long, Integer> holders, long release) {
        this.values = values;
        this.trees = trees;
        this.sums = sums;
        this.holders = Map.copyOf(holders);
        this.release = release;
    }

    /**
     * Applies them.
     *
     * @param changed the indicators and periods that the release changes
     */
    void apply(Collection<Group> changed) {
        Set<String> codes = changed.stream().map(Group::indicator).collect(Collectors.toCollection(TreeSet::new));
        Map<Set<String>, Set<String>> suppressed = new HashMap<>();
        Set<Linked> done = new LinkedHashSet<>();
        for (Sums.Related related : groups.computeIfAbsent(codes, sums::related)) {
            Map<String, List<Group>> byPeriod = new TreeMap<>();
            changed.stream()
                    .filter(group -> related.number(group.indicator()) >= 0)
                    .forEach(group -> byPeriod.computeIfAbsent(group.period(), period -> new ArrayList<>())
                            .add(group));
            for (String period : byPeriod.keySet()) {
                Set<String> near = suppressed.computeIfAbsent(near(related, period), values::suppressed);
                if (related.codes().stream().noneMatch(near::contains)) {
                    continue;
                }
                Linked linked = new Linked(related, periods(related, period));
                if (done.add(linked)) {
                    apply(linked, byPeriod);
                }
            }
        }
        closeAll(done, changed);
        if (!revealed.isEmpty()) {
            throw new ReleaseRefused(revealed);
        }
        values.store(release, chosen, atLeast, widths);
    }

    private static Set<String> near(Sums.Related related, String period) {
        Set<String> near = new TreeSet<>();
        new LinkedHashSet<>(
                        related.definitions().stream().map(Definition::timing).toList())
                .forEach(timing -> near.addAll(LinkedPeriods.of(period, timing)));
        return near;
    }

    /** Indicators and periods that hang together. */
    private record Linked(Sums.Related related, Set<String> periods) {}

    /** The periods whose numbers hang together with those of one, as far as there are values. */
    private Set<String> periods(Sums.Related related, String period) {
        Set<String> all = new TreeSet<>(Set.of(period));
        Set<String> added = all;
        while (!added.isEmpty()) {
            Set<String> linked = new TreeSet<>();
            added.forEach(each -> linked.addAll(LinkedPeriods.of(each, related.definitions())));
            linked.removeAll(all);
            added = linked.isEmpty() ? Set.of() : values.periods(related.codes(), linked);
            all.addAll(added);
        }
        return all;
    }

    private void apply(Linked linked, Map<String, List<Group>> byPeriod) {
        List<Group> groups = new ArrayList<>();
        linked.periods.forEach(period -> groups.addAll(byPeriod.getOrDefault(period, List.of())));
        territories(linked.related, groups).forEach(tree -> protect(linked, tree));
    }

    private void closeAll(Set<Linked> all, Collection<Group> changed) {
        Map<String, Set<String>> closed = new TreeMap<>();
        open.forEach((share, spaces) -> closed.computeIfAbsent(share.period, period -> new TreeSet<>())
                .addAll(close(share.share, share.period, spaces)));
        open.clear();
        for (Linked linked : all) {
            boolean anew = linked.periods.stream()
                    .flatMap(period -> closed.getOrDefault(period, Set.of()).stream())
                    .anyMatch(linked.related.codes()::contains);
            if (anew) {
                List<Group> groups = changed.stream()
                        .filter(group -> linked.periods.contains(group.period()))
                        .toList();
                territories(linked.related, groups).forEach(tree -> protect(linked, tree));
            }
        }
    }

    /**
     * Suppresses the denominators of shares whose numerators are public already and in another group of sums; answers
     * the indicators of which it suppressed any.
     */
    private Set<String> close(String share, String period, Set<String> spaces) {
        Set<String> suppressed = new TreeSet<>();
        Set<String> left = new TreeSet<>(spaces);
        for (String denominator : sums.denominators(share)) {
            left.removeAll(values.suppressedSpaces(period, denominator, left));
            int size = left.size();
            left.removeAll(values.suppress(release, period, denominator, left));
            if (left.size() < size) {
                suppressed.add(denominator);
            }
        }
        for (String numerator : sums.numerators(share)) {
            for (String space : values.released(release, period, List.of(numerator), left)) {
                reveal(
                        new ReleaseRefused.Value(share, period, space),
                        new ReleaseRefused.Value(numerator, period, space));
            }
        }
        return suppressed;
    }

    private static ReleaseRefused.Value place(Cells cells, Numbers numbers, int cell) {
        return new ReleaseRefused.Value(cells.code(cell), numbers.period(cells.series(cell)), cells.space(cell));
    }

    private void reveal(ReleaseRefused.Value value, ReleaseRefused.Value without) {
        if (revealed.size() < MOST_PLACES) {
            revealed.add(new ReleaseRefused.Place(value.indicator(), value.period(), value.space(), without));
        }
    }

    /** Values of one period may refer to several days, between which the territory may have changed. */
    private Set<SpaceTree> territories(Sums.Related related, List<Group> changed) {
        Set<SpaceTree> adding = new LinkedHashSet<>();
        Set<SpaceTree> all = new LinkedHashSet<>();
        for (Group group : changed) {
            int series = related.number(group.indicator());
            if (series >= 0) {
                SpaceTree tree = trees.on(group.periodEnd());
                all.add(tree);
                if (related.series().get(series).figures() != Series.Figures.NONE) {
                    adding.add(tree);
                }
            }
        }
        return adding.isEmpty() ? all : adding;
    }

    private void protect(Linked linked, SpaceTree tree) {
        Numbers numbers = new Numbers(linked.related, List.copyOf(linked.periods));
        Lots lots = Lots.keyed(secret(), numbers::name, tree);
        Cells cells = new Cells(numbers.series(), numbers.relations(), tree, lots);
        values.revisions(linked.related.codes(), linked.periods, revision -> add(cells, numbers, tree, revision));
        SecondaryControl.Outcome outcome = SecondaryControl.protect(cells, release);
        chosen += outcome.suppressed();
        atLeast += outcome.atLeast();
        for (int cell : outcome.revealed()) {
            reveal(
                    place(cells, numbers, cell),
                    place(cells, numbers, outcome.waysOut().getOrDefault(cell, cell)));
        }
        outcome.widths().forEach((cell, width) -> {
            ReleaseRefused.Value place = place(cells, numbers, cell);
            widths.add(new SuppressionStatements.Width(place.indicator(), place.period(), place.space(), width));
        });
        Map<Open, Map<String, Reason>> suppressed = new LinkedHashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            Open place = new Open(cells.code(cell), numbers.period(cells.series(cell)));
            if (cells.isOpen(cell)) {
                open.computeIfAbsent(place, key -> new TreeSet<>()).add(cells.space(cell));
            }
            if (cells.isChanged(cell)) {
                suppressed
                        .computeIfAbsent(place, key -> new LinkedHashMap<>())
                        .put(cells.space(cell), reason(cells, cell));
            }
        }
        suppressed.forEach((place, reasons) -> values.suppress(release, place.period, place.share, reasons));
    }

    private byte[] secret() {
        if (secret.length == 0) {
            secret = values.secret();
        }
        return secret;
    }

    private static Reason reason(Cells cells, int cell) {
        boolean denominator = cells.isDenominatorHidden(cell);
        if (cells.figures(cell) == Series.Figures.NONE) {
            return denominator ? Reason.INPUT_DENOMINATOR : Reason.INPUT;
        }
        return denominator ? Reason.DERIVABLE_DENOMINATOR : Reason.DERIVABLE;
    }

    private static boolean protectsOthers(@Nullable Reason reason) {
        return reason == Reason.DERIVABLE || reason == Reason.DERIVABLE_DENOMINATOR;
    }

    /** A share that goes with its denominator for others' sake may have been suppressed for its own before. */
    private static boolean isSmall(SuppressionStatements.Revision revision, Series of) {
        double first = Math.abs(of.figures() == Series.Figures.RATIO ? revision.numerator() : Double.NaN);
        return first > 0 && first < of.minimum();
    }

    private void add(Cells cells, Numbers numbers, SpaceTree tree, SuppressionStatements.Revision revision) {
        int space = tree.number(revision.space());
        if (space < 0) {
            return;
        }
        int series = numbers.series(revision.indicator(), revision.period());
        Series of = numbers.series().get(series);
        boolean parts = of.share() || of.figures() == Series.Figures.RATIO || of.figures() == Series.Figures.MEAN;
        Reason reason = revision.suppression();
        boolean fresh = revision.release() == release;
        cells.add(
                series,
                new Cells.Revision(
                        space,
                        revision.release(),
                        parts ? revision.numerator() : revision.value(),
                        parts ? revision.denominator() : Double.NaN,
                        revision.hidden(),
                        revision.hidden() && (reason == null || !reason.leavesDenominator()),
                        fresh,
                        fresh && reason != null && reason.isNumerator(),
                        of.figures() == Series.Figures.RATIO && revision.elsewhere(),
                        protectsOthers(reason) && !isSmall(revision, of)));
        if (reason == Reason.DOMINANCE) {
            cells.roomForLatest(ROOM_OF_SUM * Math.abs(parts ? revision.numerator() : revision.value()));
        }
        Integer holder = revision.delivered() ? holders.get(revision.release()) : null;
        if (holder != null) {
            cells.holdLatest(holder);
        }
    }
}
