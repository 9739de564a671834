package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sums that hold between published and secret numbers at every instant at which something was published: a space
 * and its parts, a total and its parts. Only sums around secret numbers are written down.
 */
final class Equations {
    private static final int[][] NO_FAMILIES = {};
    private static final double TINY = 1e-6;

    private final Cells cells;
    private final long present;
    private final @Nullable Variable[] numerators;
    private final @Nullable Variable[] denominators;
    private final List<Era> eras = new ArrayList<>();
    private final Set<Family> families = new HashSet<>();
    private final Set<Related> relations = new HashSet<>();

    /** The releases for which a hierarchy holds; its number tells it from others. */
    private record Era(int number, long after, long until, SpaceHierarchy spaces) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Era era && era.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** One family of parts of a space, whose numbers add up to that of the space. */
    private record Family(Era era, int series, Figure figure, int parent, int number) {}

    /** A space in which numbers of several series add up. */
    private record Related(Relation relation, int space) {}

    Equations(Cells cells, long present) {
        this.cells = cells;
        this.present = present;
        this.numerators = new Variable[cells.size()];
        this.denominators = new Variable[cells.size()];
        long after = Long.MIN_VALUE;
        for (SpaceHierarchy.Former former : cells.spaces().former()) {
            eras.add(new Era(eras.size(), after, former.until(), former.spaces()));
            after = former.until();
        }
        eras.add(new Era(eras.size(), after, Long.MAX_VALUE, cells.spaces()));
    }

    /** Whether a cell has a number that takes part in sums. */
    boolean exists(int cell, Figure figure) {
        Series.Figures kind = cells.seriesOf(cell).figures();
        if (kind == Series.Figures.NONE || (figure == Figure.DENOMINATOR && kind == Series.Figures.COUNT)) {
            return false;
        }
        return !Double.isNaN(cells.figure(cell, figure)) || hides(cell, figure);
    }

    /** The variable of a number of a cell; revisions that repeat the number share it. */
    Variable variable(int cell, Figure figure) {
        int first = cell;
        double number = cells.figure(cell, figure);
        while (cells.older(first) >= 0 && cells.figure(cells.older(first), figure) == number) {
            first = cells.older(first);
        }
        @Nullable Variable[] variables = figure == Figure.NUMERATOR ? numerators : denominators;
        Variable variable = variables[first];
        if (variable == null) {
            variable = new Variable(first, figure, number);
            variables[first] = variable;
        }
        return variable;
    }

    /** The cells that hold a variable. */
    List<Integer> cellsOf(Variable variable) {
        List<Integer> holding = new ArrayList<>();
        if (variable.isUndelivered()) {
            return holding;
        }
        Figure figure = variable.figure();
        double number = cells.figure(variable.cell(), figure);
        holding.add(variable.cell());
        for (int later = cells.newer(variable.cell());
                later >= 0 && cells.figure(later, figure) == number;
                later = cells.newer(later)) {
            holding.add(later);
        }
        return holding;
    }

    boolean hides(int cell, Figure figure) {
        boolean both = cells.seriesOf(cell).figures() == Series.Figures.MEAN;
        return (figure == Figure.NUMERATOR || both) ? cells.isHidden(cell) : cells.isDenominatorHidden(cell);
    }

    /** Whether a revision and all before it that repeat its number keep it secret. */
    boolean hidesAll(int from, Figure figure) {
        double number = cells.figure(from, figure);
        for (int cell = from; cell >= 0 && cells.figure(cell, figure) == number; cell = cells.older(cell)) {
            if (!hides(cell, figure)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the public does not know a variable. */
    boolean isSecret(Variable variable) {
        Boolean supposed = variable.supposed();
        if (supposed != null) {
            return supposed;
        }
        if (variable.isUndelivered()) {
            return true;
        }
        if (variable.isGivenUp()) {
            return false;
        }
        Figure figure = variable.figure();
        int cell = variable.cell();
        double number = cells.figure(cell, figure);
        do {
            if (!hides(cell, figure)) {
                return false;
            }
            cell = cells.newer(cell);
        } while (cell >= 0 && cells.figure(cell, figure) == number);
        return true;
    }

    /** Whether the public knows a variable because it is shown, not because it could be computed before. */
    boolean isShown(Variable variable) {
        return !variable.isUndelivered() && !variable.isGivenUp() && !isSecret(variable);
    }

    /** Whether somebody delivered a number. */
    boolean isHeldBy(Variable variable, int holder) {
        return cellsOf(variable).stream().anyMatch(cell -> Objects.equals(cells.holder(cell), holder));
    }

    /** Those who delivered some of the numbers. */
    Set<Integer> holders(Collection<Variable> variables) {
        Set<Integer> holders = new TreeSet<>();
        for (Variable variable : variables) {
            for (int cell : cellsOf(variable)) {
                Integer holder = cells.holder(cell);
                if (holder != null) {
                    holders.add(holder);
                }
            }
        }
        return holders;
    }

    double minimum(Variable variable) {
        return cells.room(variable.cell(), variable.figure());
    }

    /** Whether a variable is suppressed only to protect others: nobody must know it, but its interval may be narrow. */
    boolean protectsOthers(Variable variable) {
        return variable.isChosen() || cells.has(variable.cell(), Cells.FOR_OTHERS);
    }

    /** The equations around a variable; those over spaces come first. */
    List<Equation> of(Variable variable) {
        if (variable.beginWriting()) {
            cellsOf(variable).forEach(cell -> write(cell, variable.figure()));
        }
        return List.copyOf(variable.equations());
    }

    private void write(int cell, Figure figure) {
        int series = cells.series(cell);
        int space = cells.spaceOf(cell);
        eras.forEach(era -> write(era, series, figure, space));
        for (Relation relation : cells.relations(series)) {
            if (relations.add(new Related(relation, space))) {
                writeRelation(relation, space);
            }
        }
    }

    private void write(Era era, int series, Figure figure, int space) {
        for (int whole : era.spaces.wholes(space)) {
            writeFamilies(era, series, figure, whole);
        }
        writeFamilies(era, series, figure, space);
        for (int parent = era.spaces.parent(space); parent >= 0; parent = era.spaces.parent(parent)) {
            for (int whole : era.spaces.wholes(parent)) {
                writeFamilies(era, series, figure, whole);
            }
        }
    }

    private void writeFamilies(Era era, int series, Figure figure, int parent) {
        int[][] children = era.spaces.families(parent);
        boolean comparable = cells.latest(series, parent) >= 0 || children.length > 1;
        for (int f = 0; comparable && f < children.length; f++) {
            if (families.add(new Family(era, series, figure, parent, f))) {
                writeFamily(era, series, figure, parent, children[f]);
            }
        }
    }

    private void writeFamily(Era era, int series, Figure figure, int parent, int[] children) {
        NavigableSet<Long> instants = new TreeSet<>();
        long first = addInstants(instants, series, parent);
        for (int child : children) {
            addInstantsBelow(
                    era, instants, series, figure, child, cells.latest(series, parent) < 0 ? Long.MIN_VALUE : first);
        }
        instants.removeIf(instant -> instant <= era.after || instant > era.until);
        boolean inherited = !instants.contains(present) && isNew(era, parent, children);
        if (inherited) {
            instants.add(present);
        }
        List<Variable> before = List.of();
        for (long instant : instants) {
            List<Variable> variables = new ArrayList<>();
            if (!collect(era, series, figure, parent, instant, variables)) {
                continue;
            }
            int wholes = variables.size();
            boolean complete = collectAll(era, series, figure, children, instant, variables);
            if (inherited && instant == present && !(complete && holds(variables, wholes))) {
                continue;
            }
            boolean compares = variables.size() > wholes
                    && !variables.subList(0, wholes).equals(variables.subList(wholes, variables.size()));
            if (compares && !variables.equals(before)) {
                write(variables, wholes, complete, instant == present && !inherited);
            }
            before = variables;
        }
    }

    /**
     * Whether a family belongs to a hierarchy that holds now and not before: numbers that were known already then add
     * up in a way in which they did not.
     */
    private boolean isNew(Era era, int parent, int... children) {
        return era.until == Long.MAX_VALUE
                && era.number > 0
                && Arrays.stream(eras.get(era.number - 1).spaces.families(parent))
                        .noneMatch(before -> Arrays.equals(before, children));
    }

    /** Whether numbers add up; what a space had before it moved does not. */
    private static boolean holds(List<Variable> numbers, int wholes) {
        double rest = 0;
        for (int i = 0; i < numbers.size(); i++) {
            rest += (i < wholes ? -1 : 1) * numbers.get(i).value();
        }
        return Math.abs(rest) < TINY;
    }

    private void write(List<Variable> numbers, int wholes, boolean complete, boolean fresh) {
        double[] coefficients = new double[numbers.size()];
        Arrays.fill(coefficients, 1);
        Arrays.fill(coefficients, 0, wholes, -1);
        write(numbers.toArray(Variable[]::new), coefficients, complete, fresh);
    }

    private static void write(Variable[] known, double[] factors, boolean complete, boolean fresh) {
        Variable[] variables = known;
        double[] coefficients = factors;
        guess(variables, coefficients);
        if (!complete) {
            Variable rest = Variable.undelivered(Math.max(0, rest(variables, coefficients)));
            variables = Arrays.copyOf(variables, variables.length + 1);
            variables[variables.length - 1] = rest;
            coefficients = Arrays.copyOf(coefficients, variables.length);
            coefficients[variables.length - 1] = 1;
        }
        add(new Equation(variables, coefficients, fresh));
    }

    /**
     * Collects the numbers that make up that of a space at an instant: its own, or else those of its parts, preferably
     * of a complete family. Returns whether they are complete.
     */
    private boolean collect(Era era, int series, Figure figure, int space, long instant, List<Variable> variables) {
        int cell = cells.at(series, space, instant);
        if (cell >= 0 && exists(cell, figure)) {
            variables.add(variable(cell, figure));
            return true;
        }
        int start = variables.size();
        for (int[] family : era.spaces.families(space)) {
            variables.subList(start, variables.size()).clear();
            if (collectAll(era, series, figure, family, instant, variables)) {
                return true;
            }
        }
        return false;
    }

    private boolean collectAll(
            Era era, int series, Figure figure, int[] spaces, long instant, List<Variable> variables) {
        boolean complete = true;
        for (int space : spaces) {
            complete &= collect(era, series, figure, space, instant, variables);
        }
        return complete;
    }

    private void writeRelation(Relation relation, int space) {
        NavigableSet<Long> instants = new TreeSet<>();
        relation.terms().forEach(term -> addInstants(instants, term.series(), space));
        List<Variable> before = List.of();
        for (long instant : instants) {
            List<Double> factors = new ArrayList<>();
            List<Variable> variables = terms(relation, space, instant, factors);
            if (variables.size() > 1
                    && !variables.equals(before)
                    && (!relation.onlyWhereTrue() || relation.holds(variables))) {
                double[] coefficients =
                        factors.stream().mapToDouble(Double::doubleValue).toArray();
                boolean complete = !relation.incomplete()
                        && variables.size() == relation.terms().size();
                write(variables.toArray(Variable[]::new), coefficients, complete, instant == present);
            }
            before = variables;
        }
    }

    /**
     * The variables of a relation; empty where one of them is missing, unless what is there makes up a part of a total.
     *
     * @param factors receives their factors
     */
    private List<Variable> terms(Relation relation, int space, long instant, List<Double> factors) {
        List<Variable> variables = new ArrayList<>();
        for (Relation.Term term : relation.terms()) {
            int cell = cells.at(term.series(), space, instant);
            if (cell >= 0 && exists(cell, term.figure())) {
                variables.add(variable(cell, term.figure()));
                factors.add(term.factor());
            } else if (variables.isEmpty() || !relation.mayLackParts()) {
                return List.of();
            }
        }
        return variables;
    }

    /** Adds the instants at which a value changed, and returns the first of them. */
    private long addInstants(Set<Long> instants, int series, int space) {
        long first = Long.MAX_VALUE;
        for (int cell = cells.latest(series, space); cell >= 0; cell = cells.older(cell)) {
            first = cells.release(cell);
            instants.add(first);
        }
        return first;
    }

    /** Adds the instants of a space and, unless it had a number all the time, those of its parts. */
    private void addInstantsBelow(Era era, Set<Long> instants, int series, Figure figure, int space, long since) {
        boolean standsForItself = addInstants(instants, series, space) <= since;
        for (int cell = cells.latest(series, space); cell >= 0; cell = cells.older(cell)) {
            standsForItself &= exists(cell, figure);
        }
        for (int[] family : standsForItself ? NO_FAMILIES : era.spaces.families(space)) {
            for (int part : family) {
                addInstantsBelow(era, instants, series, figure, part, since);
            }
        }
    }

    /** Numbers that their source keeps count as equal shares of what the others leave. */
    private static void guess(Variable[] variables, double[] coefficients) {
        double weight = 0;
        for (int i = 0; i < variables.length; i++) {
            weight += variables[i].isUnknown() ? coefficients[i] : 0;
        }
        double each = weight == 0 ? 1 : Math.max(1, rest(variables, coefficients) / weight);
        for (Variable variable : variables) {
            if (variable.isUnknown()) {
                variable.guess(each);
            }
        }
    }

    /** What the known ones leave. */
    private static double rest(Variable[] variables, double[] coefficients) {
        double rest = 0;
        for (int i = 0; i < variables.length; i++) {
            rest -= variables[i].isUnknown() ? 0 : coefficients[i] * variables[i].value();
        }
        return rest;
    }

    private static void add(Equation equation) {
        for (Variable variable : equation.variables()) {
            variable.equations().add(equation);
        }
    }
}
