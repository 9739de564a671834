package de.quartierwerk.disclosure;

import java.util.List;

/** The spaces of one day and which lies in which (Raumhierarchie), numbered from 0. */
public interface SpaceHierarchy {
    /** How many spaces there are. */
    int size();

    /** The key of a space. */
    String key(int space);

    /** The space in which a space lies; -1 for none. */
    int parent(int space);

    /**
     * The spaces that lie directly in a space, level by level: each family alone fills the space. The caller must not
     * change the arrays.
     */
    int[][] families(int space);

    /** The spaces that a space is a part of: its parent, and others that are known to consist of it among others. */
    default int[] wholes(int space) {
        return parent(space) < 0 ? new int[0] : new int[] {parent(space)};
    }

    /** Where spaces have moved: the hierarchies before, the oldest first, in the same numbering. */
    default List<Former> former() {
        return List.of();
    }

    /**
     * A hierarchy that does not hold any more.
     *
     * @param until number of the last release for which it held
     */
    record Former(long until, SpaceHierarchy spaces) {}
}
