package de.quartierwerk.disclosure;

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
}
