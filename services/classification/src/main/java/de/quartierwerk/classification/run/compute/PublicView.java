package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.NeedOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.RollUp;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A part of what everybody sees of an outcome: of the spaces themselves, or of the larger areas of one level. */
final class PublicView {
    private static final Set<RollUp.Kind> RANKING =
            EnumSet.of(RollUp.Kind.MEAN_RANK, RollUp.Kind.EXTENT, RollUp.Kind.CONCENTRATION);

    private final Outcome outcome;
    private final boolean byRank;
    private final int[] places;
    private final List<String> keys;
    private final int[] rollUps;

    private PublicView(Outcome outcome, boolean byRank, int[] places, List<String> keys, int... rollUps) {
        this.outcome = outcome;
        this.byRank = byRank;
        this.places = places;
        this.keys = keys;
        this.rollUps = rollUps;
    }

    /** Classes and needs of the spaces. */
    static PublicView ofSpaces(Outcome outcome) {
        boolean byRank = outcome.indices().stream().anyMatch(index -> byRank(index.index()))
                || outcome.needs().stream().anyMatch(need -> byRank(need.need().when()));
        int[] places = IntStream.range(0, outcome.territory().size()).toArray();
        return new PublicView(outcome, byRank, places, outcome.territory().keys());
    }

    /** Classes of larger areas, the largest ones first; only of levels where a suppressed value takes part. */
    static List<PublicView> ofAreas(Outcome outcome) {
        return IntStream.range(0, outcome.rollUps().size())
                .filter(r -> outcome.rollUps().get(r).guarded())
                .mapToObj(r -> outcome.rollUps().get(r).rollUp().level())
                .distinct()
                .sorted(Comparator.comparingInt(
                        level -> outcome.territory().ranks().getOrDefault(level, 0)))
                .map(level -> ofLevel(outcome, level))
                .toList();
    }

    private static PublicView ofLevel(Outcome outcome, String level) {
        int[] rollUps = IntStream.range(0, outcome.rollUps().size())
                .filter(r -> outcome.rollUps().get(r).rollUp().level().equals(level))
                .toArray();
        List<String> keys = outcome.rollUps().get(rollUps[0]).keys();
        int[] areas = outcome.territory().areasAt(level);
        int[] places = Arrays.stream(areas)
                .map(area -> area < 0
                        ? -1
                        : Collections.binarySearch(
                                keys, outcome.territory().areas().get(area).key()))
                .toArray();
        boolean byRank =
                Arrays.stream(rollUps).mapToObj(outcome.rollUps()::get).anyMatch(r -> byRank(r.rollUp(), r.index()));
        return new PublicView(outcome, byRank, places, keys, rollUps);
    }

    private static boolean byRank(RollUp rollUp, Index index) {
        return RANKING.contains(rollUp.kind())
                || rollUp.restandardise().method().byRank()
                || byRank(rollUp.classes(index))
                || byRank(index);
    }

    private static boolean byRank(Index index) {
        return index.restandardise().method().byRank()
                || byRank(index.classes())
                || index.components().stream().anyMatch(PublicView::byRank);
    }

    private static boolean byRank(Component component) {
        Condition condition = component.condition();
        return component.standardise().method().byRank() || (condition != null && byRank(condition));
    }

    private static boolean byRank(@Nullable ClassRule classes) {
        return classes != null && classes.method() == ClassRule.Method.QUANTILES;
    }

    private static boolean byRank(Condition condition) {
        boolean ranks = condition instanceof Condition.Figure figure
                && (figure.measure() == Measure.RANK || figure.measure() == Measure.PERCENTILE);
        return ranks || condition.within().stream().anyMatch(PublicView::byRank);
    }

    /** Whether classes or needs go by the order of the values. */
    boolean byRank() {
        return byRank;
    }

    /** Place of the space at a position, or of the area it lies in; -1 where it lies in none. */
    int place(int position) {
        return places[position];
    }

    /** The space or area at a place. */
    String key(int place) {
        return keys.get(place);
    }

    /** Whether everybody would see the same of the space at a position in another outcome. */
    boolean same(Outcome other, int position) {
        int place = places[position];
        return place < 0 || (rollUps.length == 0 ? sameSpace(other, place) : sameArea(other, place));
    }

    private boolean sameArea(Outcome other, int place) {
        return Arrays.stream(rollUps)
                .allMatch(r -> outcome.rollUps().get(r).classAt(place)
                        == other.rollUps().get(r).classAt(place));
    }

    private boolean sameSpace(Outcome other, int place) {
        for (IndexOutcome index : outcome.indices()) {
            if (index.classAt(place) != other.index(index.index().code()).classAt(place)) {
                return false;
            }
        }
        for (int n = 0; n < outcome.needs().size(); n++) {
            NeedOutcome now = outcome.needs().get(n);
            if (now.when().held(place) != other.needs().get(n).when().held(place)) {
                return false;
            }
        }
        return true;
    }
}
