package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sums that hold between published and secret numbers, at every instant at which something was published: a space
 * and its parts, a total and its parts. They are written down only around secret numbers.
 *
 * <p>A variable is a number, not a cell: revisions that repeat the same number share it, so that what was published
 * once stays published. What nobody delivered is a variable of its own, secret and unprotected.
 */
final class Equations {
    private static final int MOST_FAMILIES = 1024;
    private static final int[][] NO_FAMILIES = {};

    private final Cells cells;
    private final long present;
    private final BitSet known = new BitSet();
    private final Set<Long> written = new HashSet<>();
    private final Map<Integer, Double> guesses = new HashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private final int firstSlack;
    private int slacks;
    private int[] heads;
    private int[] linked = new int[256];
    private int[] next = new int[256];
    private int links;

    Equations(Cells cells, long present) {
        this.cells = cells;
        this.present = present;
        this.firstSlack = cells.size() * 2;
        this.heads = new int[firstSlack + 16];
        Arrays.fill(heads, -1);
    }

    /** Whether a cell has a number that takes part in sums. */
    boolean exists(int cell, int measure) {
        Series.Figures kind = cells.seriesOf(cell).figures();
        if (kind == Series.Figures.NONE || (measure == 1 && kind == Series.Figures.COUNT)) {
            return false;
        }
        return !Double.isNaN(cells.figure(cell, measure)) || hides(cell, measure);
    }

    /** The variable of a cell's number: that of the earliest revision without a change of it. */
    int variable(int cell, int measure) {
        int first = cell;
        double figure = cells.figure(cell, measure);
        while (cells.older(first) >= 0 && cells.figure(cells.older(first), measure) == figure) {
            first = cells.older(first);
        }
        return first * 2 + measure;
    }

    boolean isSlack(int variable) {
        return variable >= firstSlack;
    }

    /** The cells that hold a variable. */
    List<Integer> cellsOf(int variable) {
        List<Integer> holding = new ArrayList<>();
        if (isSlack(variable)) {
            return holding;
        }
        int measure = variable % 2;
        int cell = variable / 2;
        double figure = cells.figure(cell, measure);
        holding.add(cell);
        for (int later = cells.newer(cell);
                later >= 0 && cells.figure(later, measure) == figure;
                later = cells.newer(later)) {
            holding.add(later);
        }
        return holding;
    }

    boolean hides(int cell, int measure) {
        boolean both = cells.seriesOf(cell).figures() == Series.Figures.MEAN;
        return (measure == 0 || both) ? cells.isHidden(cell) : cells.isDenominatorHidden(cell);
    }

    /** Whether a number was secret in a revision and in those before it that hold the same. */
    boolean hidesAll(int from, int measure) {
        double figure = cells.figure(from, measure);
        for (int cell = from; cell >= 0 && cells.figure(cell, measure) == figure; cell = cells.older(cell)) {
            if (!hides(cell, measure)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the public does not know a variable. */
    boolean isSecret(int variable) {
        if (isSlack(variable)) {
            return true;
        }
        if (known.get(variable)) {
            return false;
        }
        int measure = variable % 2;
        int cell = variable / 2;
        double figure = cells.figure(cell, measure);
        do {
            if (!hides(cell, measure)) {
                return false;
            }
            cell = cells.newer(cell);
        } while (cell >= 0 && cells.figure(cell, measure) == figure);
        return true;
    }

    /** Whether the public knows a variable since it is shown, not since it could be computed before. */
    boolean isShown(int variable) {
        return !isSlack(variable) && !known.get(variable) && !isSecret(variable);
    }

    /** Counts a variable as known to the public although it is not shown. */
    void giveUp(int variable) {
        known.set(variable);
    }

    /** The number itself; a guess where its source keeps it. */
    double value(int variable) {
        Double guess = guesses.get(variable);
        return guess != null ? guess : isSlack(variable) ? 0 : cells.figure(variable / 2, variable % 2);
    }

    double minimum(int variable) {
        return cells.seriesOf(variable / 2).minimum();
    }

    /** The equations of a variable, written down if they have not been; those over spaces come first. */
    List<Equation> of(int variable) {
        for (int cell : cellsOf(variable)) {
            write(cell, variable % 2);
        }
        List<Equation> found = new ArrayList<>();
        for (int link = heads[variable]; link >= 0; link = next[link]) {
            found.add(equations.get(linked[link]));
        }
        Collections.reverse(found);
        return found;
    }

    private void write(int cell, int measure) {
        int series = cells.seriesNumber(cell);
        int space = cells.spaceOf(cell);
        int parent = cells.tree().parent(space);
        if (parent >= 0) {
            writeFamilies(series, measure, parent);
        }
        writeFamilies(series, measure, space);
        while (parent >= 0) {
            writeFamilies(series, measure, parent);
            parent = cells.tree().parent(parent);
        }
        for (int other = 0; other < cells.series().size(); other++) {
            Series sum = cells.series().get(other);
            if (sum.isSum() && (other == series || contains(sum.inputs(), series))) {
                writeSum(other, space);
            }
        }
    }

    private static boolean contains(int[] numbers, int number) {
        return Arrays.stream(numbers).anyMatch(each -> each == number);
    }

    private boolean begin(int series, int type, int space, int family) {
        long key = (((long) series * 3 + type) * cells.tree().size() + space) * MOST_FAMILIES + family;
        return written.add(key);
    }

    private void writeFamilies(int series, int measure, int parent) {
        int[][] families = cells.tree().families(parent);
        boolean comparable = cells.latest(series, parent) >= 0 || families.length > 1;
        for (int f = 0; comparable && f < families.length; f++) {
            if (begin(series, measure, parent, f)) {
                writeFamily(series, measure, parent, families[f]);
            }
        }
    }

    private void writeFamily(int series, int measure, int parent, int[] children) {
        NavigableSet<Long> instants = new TreeSet<>();
        long first = addInstants(instants, series, parent);
        for (int child : children) {
            addInstantsBelow(
                    instants, series, measure, child, cells.latest(series, parent) < 0 ? Long.MIN_VALUE : first);
        }
        List<Integer> before = List.of();
        for (long instant : instants) {
            List<Integer> variables = new ArrayList<>();
            if (!collect(series, measure, parent, instant, variables)) {
                continue;
            }
            int wholes = variables.size();
            boolean complete = collectAll(series, measure, children, instant, variables);
            boolean compares = variables.size() > wholes
                    && !variables.subList(0, wholes).equals(variables.subList(wholes, variables.size()));
            if (compares && !variables.equals(before)) {
                write(variables, wholes, complete, instant == present);
            }
            before = variables;
        }
    }

    private void write(List<Integer> numbers, int wholes, boolean complete, boolean fresh) {
        int count = numbers.size();
        int[] variables =
                Arrays.copyOf(numbers.stream().mapToInt(Integer::intValue).toArray(), count + 1);
        double[] coefficients = new double[count + 1];
        Arrays.fill(coefficients, 1);
        Arrays.fill(coefficients, 0, wholes, -1);
        int[] present = Arrays.copyOf(variables, count);
        guess(present, coefficients);
        if (!complete) {
            variables[count] = slack(present, coefficients);
            count++;
        }
        add(Arrays.copyOf(variables, count), Arrays.copyOf(coefficients, count), fresh);
    }

    /**
     * The numbers that make up that of a space at an instant: its own, or where it has none those of its parts, of a
     * level that is complete if there is any. Answers whether they do.
     */
    private boolean collect(int series, int measure, int space, long instant, List<Integer> variables) {
        int cell = cells.at(series, space, instant);
        if (cell >= 0 && exists(cell, measure)) {
            variables.add(variable(cell, measure));
            return true;
        }
        int start = variables.size();
        for (int[] family : cells.tree().families(space)) {
            variables.subList(start, variables.size()).clear();
            if (collectAll(series, measure, family, instant, variables)) {
                return true;
            }
        }
        return false;
    }

    private boolean collectAll(int series, int measure, int[] spaces, long instant, List<Integer> variables) {
        boolean complete = true;
        for (int space : spaces) {
            complete &= collect(series, measure, space, instant, variables);
        }
        return complete;
    }

    private void writeSum(int series, int space) {
        int[] inputs = cells.series().get(series).inputs();
        if (contains(inputs, -1) || !begin(series, 2, space, 0)) {
            return;
        }
        NavigableSet<Long> instants = new TreeSet<>();
        addInstants(instants, series, space);
        for (int input : inputs) {
            addInstants(instants, input, space);
        }
        int[] before = {};
        for (long instant : instants) {
            int[] variables = new int[inputs.length + 1];
            boolean complete = true;
            for (int i = 0; i < variables.length && complete; i++) {
                int cell = cells.at(i == 0 ? series : inputs[i - 1], space, instant);
                complete = cell >= 0 && exists(cell, 0);
                variables[i] = complete ? variable(cell, 0) : 0;
            }
            if (complete && !Arrays.equals(variables, before)) {
                double[] coefficients = new double[variables.length];
                coefficients[0] = -1;
                System.arraycopy(cells.series().get(series).coefficients(), 0, coefficients, 1, inputs.length);
                guess(variables, coefficients);
                add(variables, coefficients, instant == present);
                before = variables;
            }
        }
    }

    /** Answers the first of them. */
    private long addInstants(Set<Long> instants, int series, int space) {
        long first = Long.MAX_VALUE;
        for (int cell = cells.latest(series, space); cell >= 0; cell = cells.older(cell)) {
            first = cells.release(cell);
            instants.add(first);
        }
        return first;
    }

    /** Adds the instants of a space and, unless it has had the number all the time, those of its parts. */
    private void addInstantsBelow(Set<Long> instants, int series, int measure, int space, long since) {
        boolean standsForItself = addInstants(instants, series, space) <= since;
        for (int cell = cells.latest(series, space); cell >= 0; cell = cells.older(cell)) {
            standsForItself &= exists(cell, measure);
        }
        for (int[] family : standsForItself ? NO_FAMILIES : cells.tree().families(space)) {
            for (int part : family) {
                addInstantsBelow(instants, series, measure, part, since);
            }
        }
    }

    /** Numbers that their source keeps are taken to be alike, and to add up. */
    private void guess(int[] variables, double[] coefficients) {
        double rest = 0;
        double weight = 0;
        for (int i = 0; i < variables.length; i++) {
            double value = value(variables[i]);
            if (Double.isNaN(value)) {
                weight += coefficients[i];
            } else {
                rest -= coefficients[i] * value;
            }
        }
        double each = weight == 0 ? 1 : Math.max(1, rest / weight);
        for (int variable : variables) {
            if (Double.isNaN(value(variable))) {
                guesses.put(variable, each);
            }
        }
    }

    private int slack(int[] variables, double[] coefficients) {
        double rest = 0;
        for (int i = 0; i < variables.length; i++) {
            rest -= coefficients[i] * value(variables[i]);
        }
        int slack = firstSlack + slacks++;
        guesses.put(slack, Math.max(0, rest));
        return slack;
    }

    private void add(int[] variables, double[] coefficients, boolean fresh) {
        int number = equations.size();
        equations.add(new Equation(variables, coefficients, fresh));
        for (int variable : variables) {
            if (variable >= heads.length) {
                int length = heads.length;
                heads = Arrays.copyOf(heads, Math.max(variable + 1, length + length / 2));
                Arrays.fill(heads, length, heads.length, -1);
            }
            if (links == linked.length) {
                linked = Arrays.copyOf(linked, links * 2);
                next = Arrays.copyOf(next, links * 2);
            }
            linked[links] = number;
            next[links] = heads[variable];
            heads[variable] = links++;
        }
    }
}
