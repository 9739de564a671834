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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sums that hold between published and secret numbers at every instant at which something was published: a space
 * and its parts, a total and its parts. Only sums around secret numbers are written down.
 */
final class Equations {
    private static final double TINY = 1e-6;

    private final Cells cells;
    private final long present;
    private final @Nullable Variable[] numerators;
    private final @Nullable Variable[] denominators;
    private final List<Era> eras = new ArrayList<>();
    private final Set<Family> families = new HashSet<>();
    private final Set<Related> relations = new HashSet<>();
    private final Set<List<Variable>> acrossTexts = new HashSet<>();

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
        int space = cells.spaceOf(cell);
        for (int series : cells.sameDay(cells.series(cell))) {
            eras.forEach(era -> write(era, series, figure, space));
            for (Relation relation : cells.relations(series)) {
                if (relations.add(new Related(relation, space))) {
                    writeRelation(relation, space);
                }
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
        Gathering own = new Gathering(cells, this, era.spaces, figure, series);
        Gathering any = new Gathering(cells, this, era.spaces, figure, cells.sameDay(series));
        boolean comparable = any.has(parent) || children.length > 1;
        for (int f = 0; comparable && f < children.length; f++) {
            if (families.add(new Family(era, series, figure, parent, f))) {
                if (own.has(parent) || children.length > 1) {
                    writeFamily(era, own, parent, children[f], false);
                }
                if (cells.sameDay(series).length > 1) {
                    writeFamily(era, any, parent, children[f], true);
                }
            }
        }
    }

    /**
     * Writes down the sums of a family.
     *
     * @param acrossTexts whether only those are wanted in which a number of another text of the period stands in
     */
    private void writeFamily(Era era, Gathering gathering, int parent, int[] children, boolean acrossTexts) {
        NavigableSet<Long> instants = gathering.instants(parent, children);
        instants.removeIf(instant -> instant <= era.after || instant > era.until);
        boolean inherited = !instants.contains(present) && isNew(era, parent, children);
        if (inherited) {
            instants.add(present);
        }
        List<Variable> before = List.of();
        for (long instant : instants) {
            List<Variable> variables = new ArrayList<>();
            if (!gathering.collect(parent, instant, variables)) {
                continue;
            }
            int wholes = variables.size();
            boolean complete = gathering.collectAll(children, instant, variables);
            if (inherited && instant == present && !(complete && holds(variables, wholes))) {
                continue;
            }
            boolean compares = variables.size() > wholes
                    && !variables.subList(0, wholes).equals(variables.subList(wholes, variables.size()));
            if (compares
                    && !variables.equals(before)
                    && (!acrossTexts || acrossTexts(gathering, variables, wholes, complete))) {
                write(variables, wholes, complete, instant == present && !inherited);
            }
            before = variables;
        }
    }

    /**
     * Whether numbers under several texts of one day add up, and have not been found before. Where one of them is kept
     * by its source or was not delivered, the others must leave something for it.
     */
    private boolean acrossTexts(Gathering gathering, List<Variable> numbers, int wholes, boolean complete) {
        return numbers.stream().anyMatch(gathering::standsIn)
                && mayHold(numbers, factors(numbers.size(), wholes), complete)
                && acrossTexts.add(numbers);
    }

    private static boolean mayHold(List<Variable> numbers, double[] factors, boolean complete) {
        double sum = 0;
        double size = 1;
        boolean open = !complete;
        for (int i = 0; i < factors.length; i++) {
            Variable number = numbers.get(i);
            if (number.isKept() && factors[i] < 0) {
                return true;
            }
            open |= number.isKept();
            sum += number.isKept() ? 0 : factors[i] * number.value();
            size = Math.max(size, number.isKept() ? 0 : Math.abs(number.value()));
        }
        return open ? sum <= TINY * size : Math.abs(sum) <= TINY * size;
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
        write(numbers.toArray(Variable[]::new), factors(numbers.size(), wholes), complete, fresh);
    }

    private static double[] factors(int size, int wholes) {
        double[] factors = new double[size];
        Arrays.fill(factors, 1);
        Arrays.fill(factors, 0, wholes, -1);
        return factors;
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

    private void writeRelation(Relation relation, int space) {
        writeRelation(relation, space, false);
        boolean severalTexts = relation.terms().stream().anyMatch(term -> cells.sameDay(term.series()).length > 1);
        if (severalTexts && !relation.onlyWhereTrue()) {
            writeRelation(relation, space, true);
        }
    }

    private void writeRelation(Relation relation, int space, boolean acrossTexts) {
        NavigableSet<Long> instants = new TreeSet<>();
        relation.terms()
                .forEach(term -> instants.addAll(gathering(term, acrossTexts).instants(space)));
        List<Variable> before = List.of();
        for (long instant : instants) {
            List<Relation.Term> terms = new ArrayList<>();
            List<Variable> variables = terms(relation, space, instant, acrossTexts, terms);
            boolean complete = !relation.incomplete()
                    && variables.size() == relation.terms().size();
            double[] factors = terms.stream().mapToDouble(Relation.Term::factor).toArray();
            if (variables.size() > 1
                    && !variables.equals(before)
                    && (!relation.onlyWhereTrue() || relation.holds(variables))
                    && (!acrossTexts || acrossTexts(terms, variables, factors, complete))) {
                write(variables.toArray(Variable[]::new), factors, complete, instant == present);
            }
            before = variables;
        }
    }

    private boolean acrossTexts(List<Relation.Term> terms, List<Variable> numbers, double[] factors, boolean complete) {
        boolean standIns = IntStream.range(0, numbers.size())
                .anyMatch(i -> gathering(terms.get(i), true).standsIn(numbers.get(i)));
        return standIns && mayHold(numbers, factors, complete) && acrossTexts.add(numbers);
    }

    private Gathering gathering(Relation.Term term, boolean acrossTexts) {
        int[] series = acrossTexts ? cells.sameDay(term.series()) : new int[] {term.series()};
        return new Gathering(cells, this, cells.spaces(), term.figure(), series);
    }

    /**
     * The variables of a relation; empty where one of them is missing, unless what is there makes up a part of a total.
     *
     * @param terms receives their terms
     */
    private List<Variable> terms(
            Relation relation, int space, long instant, boolean acrossTexts, List<Relation.Term> terms) {
        List<Variable> variables = new ArrayList<>();
        for (Relation.Term term : relation.terms()) {
            if (gathering(term, acrossTexts).own(space, instant, variables)) {
                terms.add(term);
            } else if (variables.isEmpty() || !relation.mayLackParts()) {
                terms.clear();
                return List.of();
            }
        }
        return variables;
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
