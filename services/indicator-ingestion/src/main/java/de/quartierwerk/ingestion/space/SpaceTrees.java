package de.quartierwerk.ingestion.space;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The trees of several days, made once for all days between two changes of the territory; the last few are kept. */
public final class SpaceTrees {
    private static final int KEPT = 4;

    private final List<Space> spaces;
    private final List<FormerSpace> former;
    private final Map<String, Integer> ranks;
    private final NavigableSet<LocalDate> changes = new TreeSet<>();
    private final Map<LocalDate, SpaceTree> trees = new HashMap<>();

    /**
     * Of all spaces.
     *
     * @param spaces spaces as they are known now
     * @param former what they were before
     */
    public SpaceTrees(List<Space> spaces, List<FormerSpace> former, Map<String, Integer> ranks) {
        this.spaces = List.copyOf(spaces);
        this.former = List.copyOf(former);
        this.ranks = Map.copyOf(ranks);
        changes.add(LocalDate.MIN);
        spaces.forEach(this::addChanges);
        former.forEach(before -> addChanges(before.space()));
    }

    private void addChanges(Space space) {
        changes.add(space.validFrom());
        if (space.validTo() != null) {
            changes.add(space.validTo().plusDays(1));
        }
    }

    /** The tree of a day. */
    public SpaceTree on(LocalDate day) {
        LocalDate since = changes.floor(day);
        if (!trees.containsKey(since) && trees.size() == KEPT) {
            trees.clear();
        }
        return trees.computeIfAbsent(since, start -> SpaceTree.of(spaces, former, ranks, day));
    }
}
