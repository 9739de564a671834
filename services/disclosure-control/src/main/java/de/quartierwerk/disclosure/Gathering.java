package de.quartierwerk.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers the numbers of one figure that make up those of spaces, at every instant: of one series, or of several that
 * show one day under different texts of the period. Of these the first that has a number for a space counts.
 */
final class Gathering {
    private static final int[][] NO_FAMILIES = {};

    private final Cells cells;
    private final Equations equations;
    private final SpaceHierarchy spaces;
    private final Figure figure;
    private final int[] series;

    Gathering(Cells cells, Equations equations, SpaceHierarchy spaces, Figure figure, int... series) {
        this.cells = cells;
        this.equations = equations;
        this.spaces = spaces;
        this.figure = figure;
        this.series = series.clone();
    }

    /** Whether there ever was a value for a space. */
    boolean has(int space) {
        return Arrays.stream(series).anyMatch(each -> cells.latest(each, space) >= 0);
    }

    /** Whether a number is of one of the series that only stand in. */
    boolean standsIn(Variable variable) {
        return cells.series(variable.cell()) != series[0];
    }

    /** The instants at which the numbers of a space and its parts changed. */
    NavigableSet<Long> instants(int parent, int... children) {
        NavigableSet<Long> instants = new TreeSet<>();
        long first = Long.MAX_VALUE;
        for (int each : series) {
            first = Math.min(first, addInstants(instants, each, parent));
        }
        for (int child : children) {
            addInstantsBelow(instants, child, has(parent) ? first : Long.MIN_VALUE);
        }
        return instants;
    }

    /** Adds the instants at which a value changed, and returns the first of them. */
    private long addInstants(Set<Long> instants, int of, int space) {
        long first = Long.MAX_VALUE;
        for (int cell = cells.latest(of, space); cell >= 0; cell = cells.older(cell)) {
            first = cells.release(cell);
            instants.add(first);
        }
        return first;
    }

    /** Adds the instants of a space and, unless it had a number all the time, those of its parts. */
    private void addInstantsBelow(Set<Long> instants, int space, long since) {
        boolean standsForItself = false;
        for (int each : series) {
            boolean always = addInstants(instants, each, space) <= since;
            for (int cell = cells.latest(each, space); cell >= 0; cell = cells.older(cell)) {
                always &= equations.exists(cell, figure);
            }
            standsForItself |= always;
        }
        for (int[] family : standsForItself ? NO_FAMILIES : spaces.families(space)) {
            for (int part : family) {
                addInstantsBelow(instants, part, since);
            }
        }
    }

    /** Collects the own number of a space at an instant. Returns whether it has one. */
    boolean own(int space, long instant, List<Variable> variables) {
        for (int each : series) {
            int cell = cells.at(each, space, instant);
            if (cell >= 0 && equations.exists(cell, figure)) {
                variables.add(equations.variable(cell, figure));
                return true;
            }
        }
        return false;
    }

    /**
     * Collects the numbers that make up that of a space at an instant: its own, or else those of its parts, preferably
     * of a complete family. Returns whether they are complete.
     */
    boolean collect(int space, long instant, List<Variable> variables) {
        if (own(space, instant, variables)) {
            return true;
        }
        int start = variables.size();
        for (int[] family : spaces.families(space)) {
            variables.subList(start, variables.size()).clear();
            if (collectAll(family, instant, variables)) {
                return true;
            }
        }
        return false;
    }

    /** Collects those of some spaces. Returns whether they are complete. */
    boolean collectAll(int[] parts, long instant, List<Variable> variables) {
        boolean complete = true;
        for (int part : parts) {
            complete &= collect(part, instant, variables);
        }
        return complete;
    }
}
