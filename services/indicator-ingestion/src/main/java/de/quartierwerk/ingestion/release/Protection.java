package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.disclosure.Cells;
import de.quartierwerk.ingestion.disclosure.Reason;
import de.quartierwerk.ingestion.disclosure.SecondaryControl;
import de.quartierwerk.ingestion.disclosure.Series;
import de.quartierwerk.ingestion.space.SpaceTree;
import de.quartierwerk.ingestion.space.SpaceTrees;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Applies the secondary rules to a written release: period by period and, within it, to the indicators that add up to
 * each other, with all revisions that were ever published. Where nothing is suppressed, nothing is read.
 */
final class Protection {
    private static final int MOST_PLACES = 100;

    private final ReleaseRepository releases;
    private final SpaceTrees trees;
    private final Sums sums;
    private final long release;
    private final List<ReleaseRefused.Place> revealed = new ArrayList<>();
    private final Map<Set<String>, List<Sums.Related>> groups = new HashMap<>();

    Protection(ReleaseRepository releases, SpaceTrees trees, Sums sums, long release) {
        this.releases = releases;
        this.trees = trees;
        this.sums = sums;
        this.release = release;
    }

    /**
     * Applies them.
     *
     * @param periods periods of each indicator that the release changes
     */
    void apply(Map<String, Set<String>> periods) {
        Map<String, Set<String>> byPeriod = new TreeMap<>();
        periods.forEach((indicator, all) -> all.forEach(period ->
                byPeriod.computeIfAbsent(period, key -> new HashSet<>()).add(indicator)));
        byPeriod.forEach((period, changed) -> {
            Set<String> suppressed = releases.suppressed(period);
            if (!suppressed.isEmpty()) {
                for (Sums.Related related : groups.computeIfAbsent(changed, sums::related)) {
                    if (related.codes().stream().anyMatch(suppressed::contains)) {
                        protect(period, related, trees.on(releases.periodEnd(release, period, related.codes())));
                    }
                }
            }
        });
        if (!revealed.isEmpty()) {
            throw new ReleaseRefused(revealed);
        }
    }

    private void protect(String period, Sums.Related related, SpaceTree tree) {
        Cells cells = new Cells(related.series(), tree);
        releases.revisions(related.codes(), period, row -> add(cells, related, tree, row));
        for (int cell : SecondaryControl.apply(cells, release)) {
            if (revealed.size() < MOST_PLACES) {
                revealed.add(new ReleaseRefused.Place(cells.code(cell), period, cells.space(cell)));
            }
        }
        List<String> indicators = new ArrayList<>();
        List<String> spaces = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isChanged(cell)) {
                indicators.add(cells.code(cell));
                spaces.add(cells.space(cell));
                reasons.add(reason(cells, related, cell).name());
            }
        }
        if (!indicators.isEmpty()) {
            releases.suppress(release, period, indicators, spaces, reasons);
        }
    }

    private static Reason reason(Cells cells, Sums.Related related, int cell) {
        Series series = related.series().get(related.number(cells.code(cell)));
        boolean denominator = cells.isDenominatorHidden(cell);
        if (series.figures() == Series.Figures.NONE) {
            return denominator ? Reason.INPUT_DENOMINATOR : Reason.INPUT;
        }
        return denominator ? Reason.DERIVABLE_DENOMINATOR : Reason.DERIVABLE;
    }

    private void add(Cells cells, Sums.Related related, SpaceTree tree, ResultSet row) throws SQLException {
        int space = tree.number(row.getString("space"));
        if (space < 0) {
            return;
        }
        int series = related.number(row.getString("indicator"));
        Series of = related.series().get(series);
        boolean parts = of.share() || of.figures() == Series.Figures.RATIO || of.figures() == Series.Figures.MEAN;
        double value = number(row, "value");
        double numerator = number(row, "numerator");
        double denominator = number(row, "denominator");
        boolean hidden = row.getBoolean("hidden");
        Reason reason =
                hidden && row.getString("suppression") != null ? Reason.valueOf(row.getString("suppression")) : null;
        boolean fresh = row.getLong("release") == release;
        cells.add(
                series,
                new Cells.Revision(
                        space,
                        row.getLong("release"),
                        parts ? numerator : value,
                        parts ? denominator : Double.NaN,
                        hidden,
                        hidden && (reason == null || !reason.leavesDenominator()),
                        fresh,
                        fresh && reason != null && reason.isNumerator()));
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }
}
