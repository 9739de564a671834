package de.quartierwerk.disclosure;

import java.util.List;

/** A hierarchy before which another one held. Both number the same spaces. */
final class MovedHierarchy implements SpaceHierarchy {
    private final SpaceHierarchy now;
    private final List<Former> former;

    MovedHierarchy(SpaceHierarchy now, SpaceHierarchy before, long until) {
        this.now = now;
        this.former = List.of(new Former(until, before));
    }

    @Override
    public int size() {
        return now.size();
    }

    @Override
    public String key(int space) {
        return now.key(space);
    }

    @Override
    public int parent(int space) {
        return now.parent(space);
    }

    @Override
    public int[][] families(int space) {
        return now.families(space);
    }

    @Override
    public List<Former> former() {
        return former;
    }
}
