package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Cells;
import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.disclosure.SecondaryControl;
import de.quartierwerk.disclosure.Series;
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

/**
 * Applies the secondary rules to a written release: period by period and, within it, to the indicators that add up to
 * each other, with all revisions that were ever published. Where nothing is suppressed, nothing is read.
 */
final class Protection {
    private static final int MOST_PLACES = 100;

    private final SuppressionStatements values;
    private final SpaceTrees trees;
    private final Sums sums;
    private final long release;
    private final List<ReleaseRefused.Place> revealed = new ArrayList<>();
    private final Map<Set<String>, List<Sums.Related>> groups = new HashMap<>();
    private final Map<String, Set<String>> open = new TreeMap<>();

    Protection(SuppressionStatements values, SpaceTrees trees, Sums sums, long release) {
        this.values = values;
        this.trees = trees;
        this.sums = sums;
        this.release = release;
    }

    /**
     * Applies them.
     *
     * @param changed the indicators and periods that the release changes
     */
    void apply(Collection<Group> changed) {
        Map<String, List<Group>> byPeriod = new TreeMap<>();
        changed.forEach(group -> byPeriod.computeIfAbsent(group.period(), period -> new ArrayList<>())
                .add(group));
        byPeriod.forEach(this::apply);
        if (!revealed.isEmpty()) {
            throw new ReleaseRefused(revealed);
        }
    }

    private void apply(String period, List<Group> changed) {
        Set<String> suppressed = values.suppressed(period);
        if (suppressed.isEmpty()) {
            return;
        }
        Set<String> codes = changed.stream().map(Group::indicator).collect(Collectors.toSet());
        List<Sums.Related> all = groups.computeIfAbsent(codes, sums::related);
        for (Sums.Related related : all) {
            if (related.codes().stream().anyMatch(suppressed::contains)) {
                territories(related, changed).forEach(tree -> protect(period, related, tree));
            }
        }
        Set<String> closed = new TreeSet<>();
        open.forEach((share, spaces) -> closed.addAll(close(share, period, spaces)));
        open.clear();
        for (Sums.Related related : all) {
            if (related.codes().stream().anyMatch(closed::contains)) {
                territories(related, changed).forEach(tree -> protect(period, related, tree));
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
        for (String space : values.released(release, period, sums.numerators(share), left)) {
            if (revealed.size() < MOST_PLACES) {
                revealed.add(new ReleaseRefused.Place(share, period, space));
            }
        }
        return suppressed;
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

    private void protect(String period, Sums.Related related, SpaceTree tree) {
        Cells cells = new Cells(related.series(), tree);
        values.revisions(related.codes(), period, revision -> add(cells, related, tree, revision));
        for (int cell : SecondaryControl.apply(cells, release)) {
            if (revealed.size() < MOST_PLACES) {
                revealed.add(new ReleaseRefused.Place(cells.code(cell), period, cells.space(cell)));
            }
        }
        Map<String, Map<String, Reason>> suppressed = new TreeMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isOpen(cell)) {
                open.computeIfAbsent(cells.code(cell), code -> new TreeSet<>()).add(cells.space(cell));
            }
            if (cells.isChanged(cell)) {
                suppressed
                        .computeIfAbsent(cells.code(cell), code -> new LinkedHashMap<>())
                        .put(cells.space(cell), reason(cells, related, cell));
            }
        }
        suppressed.forEach((indicator, reasons) -> values.suppress(release, period, indicator, reasons));
    }

    private static Reason reason(Cells cells, Sums.Related related, int cell) {
        Series series = related.series().get(related.number(cells.code(cell)));
        boolean denominator = cells.isDenominatorHidden(cell);
        if (series.figures() == Series.Figures.NONE) {
            return denominator ? Reason.INPUT_DENOMINATOR : Reason.INPUT;
        }
        return denominator ? Reason.DERIVABLE_DENOMINATOR : Reason.DERIVABLE;
    }

    private void add(Cells cells, Sums.Related related, SpaceTree tree, SuppressionStatements.Revision revision) {
        int space = tree.number(revision.space());
        if (space < 0) {
            return;
        }
        int series = related.number(revision.indicator());
        Series of = related.series().get(series);
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
                        of.figures() == Series.Figures.RATIO && revision.elsewhere()));
    }
}
