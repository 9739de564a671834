package de.quartierwerk.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secondary rules (sekundäre Geheimhaltung) suppress further cells of a release until nobody can compute a secret
 * number from what the public sees now or saw earlier. As long as there is something left to suppress, they also widen
 * the interval in which a secret number must lie to the minimum count. They suppress what loses least: the smallest
 * count that is not zero.
 *
 * <p>The rules look at numbers that add up: over the parts of a space, over the parts of a total, and at every instant
 * at which something was published. A value that is computed in another way is public only as long as all its inputs
 * are. Only cells of the release at hand can be suppressed; where they do not suffice, the release must be refused.
 */
public final class SecondaryControl {
    private final Cells cells;
    private final Equations equations;
    private final Suppression suppression;
    private final Deque<Equation> waiting = new ArrayDeque<>();
    private final Set<Equation> queued = new HashSet<>();
    private final Set<Variable> unaudited = new LinkedHashSet<>();
    private final Set<Integer> revealed = new LinkedHashSet<>();
    private final Map<Integer, Integer> waysOut = new HashMap<>();
    private int suppressed;
    private int atLeast;

    private SecondaryControl(Cells cells, long release) {
        this.cells = cells;
        this.equations = new Equations(cells, release);
        this.suppression = new Suppression(cells, equations, this::secretNow);
    }

    /**
     * Suppresses cells and marks them as changed.
     *
     * @param release number of the release at hand
     * @return the cells whose numbers would become known all the same; where there are any, the release must be refused
     */
    public static List<Integer> apply(Cells cells, long release) {
        return protect(cells, release).revealed();
    }

    /** Does the same and tells how well it was done. */
    public static Outcome protect(Cells cells, long release) {
        if (cells.withFew()) {
            SecondaryControl without = new SecondaryControl(cells, release);
            without.giveUpFew();
            without.run();
        }
        SecondaryControl control = new SecondaryControl(cells, release);
        control.run();
        return new Outcome(
                List.copyOf(control.revealed), control.waysOut, control.widths(), control.suppressed, control.atLeast);
    }

    /**
     * What came of it.
     *
     * @param revealed the cells whose numbers would become known all the same
     * @param waysOut for each of them, a cell of the release without which it would not
     * @param widths for cells of the release with a small count, the width of the interval in which it must lie for a
     *     reader who knows nothing but the sums; not for the largest tables
     * @param suppressed how many numbers were chosen to protect others
     * @param atLeast how many it takes in any case, as far as the search could tell in its time
     */
    public record Outcome(
            List<Integer> revealed,
            Map<Integer, Integer> waysOut,
            Map<Integer, Double> widths,
            int suppressed,
            int atLeast) {
        /** Copies list and maps. */
        public Outcome {
            revealed = List.copyOf(revealed);
            waysOut = Map.copyOf(waysOut);
            widths = Map.copyOf(widths);
        }
    }

    private void run() {
        start();
        suppression.keep();
        protect();
        improve();
    }

    private void protect() {
        do {
            settle();
        } while (audit());
    }

    /** Looks for fewer numbers that protect as well, wherever two or more were chosen. */
    private void improve() {
        Set<Variable> seen = new HashSet<>();
        List<Component> components = new ArrayList<>();
        for (Variable variable : suppression.chosen()) {
            if (equations.isSecret(variable) && !seen.contains(variable)) {
                components.add(Component.of(variable, equations, seen));
            }
        }
        for (Component component : components) {
            List<Variable> chosen =
                    component.variables().stream().filter(Variable::isChosen).toList();
            FewestNumbers search = new FewestNumbers(equations, suppression, component, chosen);
            List<Variable> fewer = search.find();
            suppressed += fewer.size();
            atLeast += search.atLeast();
            if (!fewer.equals(chosen)) {
                suppression.show(chosen.stream()
                        .filter(variable -> !fewer.contains(variable))
                        .toList());
                fewer.stream().filter(variable -> !chosen.contains(variable)).forEach(suppression::hide);
                component.variables().stream().filter(equations::isSecret).forEach(unaudited::add);
                unaudited.forEach(this::wait);
            }
        }
        protect();
    }

    /**
     * The cases and members of a small group may be delivered as counts too, and be public as such. So a small count
     * should not depend on them for its protection while there is something else to suppress.
     */
    private void giveUpFew() {
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Figure figure : Figure.BOTH) {
                double number = cells.figure(cell, figure);
                boolean small =
                        number != 0 && Math.abs(number) < cells.seriesOf(cell).minimum();
                if (cells.has(cell, Cells.FEW) && equations.exists(cell, figure) && !small) {
                    equations.variable(cell, figure).giveUp();
                }
            }
        }
    }

    private void start() {
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isHidden(cell) && cells.has(cell, Cells.FRESH)) {
                if (cells.has(cell, Cells.FORCED)) {
                    hideParts(cell);
                }
                suppression.hideFollowers(cell);
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Figure figure : Figure.BOTH) {
                if (cells.has(cell, Cells.FRESH) && repeatsSecret(cell, figure)) {
                    suppression.hide(cell, figure);
                }
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isHidden(cell)) {
                secretNow(cell);
            }
        }
    }

    /** Whether a cell shows a number that all earlier revisions kept secret. */
    private boolean repeatsSecret(int cell, Figure figure) {
        int older = cells.older(cell);
        return older >= 0
                && equations.exists(cell, figure)
                && !equations.hides(cell, figure)
                && cells.figure(older, figure) == cells.figure(cell, figure)
                && equations.hidesAll(older, figure);
    }

    /** Numerator and denominator would give a suppressed share away where both are public by themselves. */
    private void hideParts(int share) {
        Series series = cells.seriesOf(share);
        List<Integer> numerators = inputs(share, series.above());
        List<Integer> denominators = inputs(share, series.below());
        if (numerators.isEmpty()
                || anyHidden(numerators)
                || suppression.hideOnePart(numerators)
                || anyHidden(denominators)) {
            return;
        }
        if (denominators.isEmpty()) {
            cells.mark(share, Cells.OPEN);
        } else if (!suppression.hideOnePart(denominators)) {
            Stream.concat(numerators.stream(), denominators.stream())
                    .filter(cell -> cells.has(cell, Cells.FRESH))
                    .findFirst()
                    .ifPresent(cell -> {
                        revealed.add(share);
                        waysOut.putIfAbsent(share, cell);
                    });
        }
    }

    /** The cells that make up the numerator or denominator of a share, as far as they are here. */
    private List<Integer> inputs(int share, int... places) {
        List<Integer> found = new ArrayList<>();
        for (int place : places) {
            int input = cells.seriesOf(share).inputs()[place];
            int cell = input < 0 ? -1 : cells.at(input, cells.spaceOf(share), cells.release(share));
            if (cell >= 0) {
                found.add(cell);
            }
        }
        return found;
    }

    private boolean anyHidden(List<Integer> parts) {
        return parts.stream().anyMatch(cells::isHidden);
    }

    private void secretNow(int cell) {
        for (Figure figure : Figure.BOTH) {
            if (equations.exists(cell, figure)) {
                Variable variable = equations.variable(cell, figure);
                if (equations.isSecret(variable) && unaudited.add(variable)) {
                    wait(variable);
                }
            }
        }
    }

    private void wait(Variable variable) {
        for (Equation equation : equations.of(variable)) {
            if (queued.add(equation)) {
                waiting.add(equation);
            }
        }
    }

    /** Suppresses until every equation with a secret number has two of them. */
    private void settle() {
        while (!waiting.isEmpty()) {
            Equation equation = waiting.remove();
            queued.remove(equation);
            Variable only = onlySecret(equation);
            if (only != null && !only.isUndelivered() && !suppression.hideOneOf(List.of(equation))) {
                if (equation.fresh()) {
                    reveal(only, List.of(equation));
                }
                only.giveUp();
                unaudited.remove(only);
                wait(only);
            }
        }
    }

    private @Nullable Variable onlySecret(Equation equation) {
        Variable only = null;
        for (Variable variable : equation.variables()) {
            if (equations.isSecret(variable)) {
                if (only != null) {
                    return null;
                }
                only = variable;
            }
        }
        return only;
    }

    /** Looks at the intervals of all numbers that became secret. Returns whether something was suppressed. */
    private boolean audit() {
        Set<Variable> seen = new HashSet<>();
        List<Component> components = new ArrayList<>();
        for (Variable variable : unaudited) {
            if (!seen.contains(variable) && equations.isSecret(variable)) {
                components.add(Component.of(variable, equations, seen));
            }
        }
        unaudited.clear();
        boolean hidden = false;
        for (Component component : components) {
            hidden |= widen(component);
        }
        return hidden;
    }

    private boolean widen(Component component) {
        List<Variable> variables = component.variables();
        SecretSystem.Protection[] protection =
                new SecretSystem(equations, variables, component.connections()).protection();
        Set<Equation> helped = new HashSet<>();
        boolean hidden = false;
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            boolean single = protection[i] == SecretSystem.Protection.NONE;
            if (protection[i] == SecretSystem.Protection.ENOUGH) {
                continue;
            }
            List<Equation> around = equations.of(variable);
            if (around.isEmpty() || around.stream().anyMatch(helped::contains)) {
                continue;
            }
            if (suppression.hideOneOf(around) || (single && suppression.hideOneOf(component.connections()))) {
                helped.addAll(around);
                hidden = true;
            } else if (single && helped.isEmpty()) {
                hidden |= concede(component, variable);
            }
        }
        if (!hidden && cells.withHolders()) {
            hidden = widenForInsiders(component);
        }
        if (hidden) {
            unaudited.addAll(variables);
        }
        return hidden;
    }

    /** What is suppressed for its own sake must not be known to anybody who knows numbers of their own, if possible. */
    private boolean widenForInsiders(Component component) {
        for (int holder : equations.holders(component.variables())) {
            List<Variable> own = component.variables().stream()
                    .filter(variable -> equations.isSecret(variable) && equations.isHeldBy(variable, holder))
                    .toList();
            own.forEach(variable -> variable.suppose(false));
            List<Variable> rest =
                    component.variables().stream().filter(equations::isSecret).toList();
            SecretSystem.Protection[] protection =
                    new SecretSystem(equations, rest, component.connections()).protection();
            own.forEach(variable -> variable.suppose(null));
            for (int i = 0; i < protection.length; i++) {
                boolean known = protection[i] == SecretSystem.Protection.NONE && !equations.protectsOthers(rest.get(i));
                if (known && suppression.hideOneFrom(holder, equations.of(rest.get(i)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Gives up a number that nothing can keep secret any more. It is revealed unless it was known before this release.
     */
    private boolean concede(Component component, Variable variable) {
        List<Equation> before = component.connections().stream()
                .filter(equation -> !equation.fresh())
                .toList();
        SecretSystem old = new SecretSystem(equations, component.variables(), before);
        boolean knownBefore = !before.isEmpty()
                && old.intervals(true).width(component.variables().indexOf(variable)) < 1;
        if (!knownBefore) {
            reveal(variable, component.connections());
        }
        variable.giveUp();
        wait(variable);
        return true;
    }

    private void reveal(Variable variable, Collection<Equation> by) {
        revealed.add(variable.cell());
        Stream.concat(Stream.of(variable), by.stream().flatMap(equation -> Stream.of(equation.variables())))
                .flatMap(other -> equations.cellsOf(other).stream())
                .filter(cell -> cells.has(cell, Cells.FRESH))
                .findFirst()
                .ifPresent(cell -> waysOut.putIfAbsent(variable.cell(), cell));
    }

    private Map<Integer, Double> widths() {
        Map<Integer, Double> widths = new HashMap<>();
        Set<Variable> seen = new HashSet<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            double number = cells.figure(cell, Figure.NUMERATOR);
            boolean small =
                    number != 0 && Math.abs(number) < cells.seriesOf(cell).minimum();
            if (small && cells.has(cell, Cells.FRESH) && equations.exists(cell, Figure.NUMERATOR)) {
                Variable variable = equations.variable(cell, Figure.NUMERATOR);
                if (equations.isSecret(variable) && !seen.contains(variable)) {
                    addWidths(Component.of(variable, equations, seen), widths);
                }
            }
        }
        return widths;
    }

    private void addWidths(Component component, Map<Integer, Double> widths) {
        List<Variable> variables = component.variables();
        if (variables.size() <= FewestNumbers.LARGEST_COMPONENT) {
            Intervals intervals = new SecretSystem(equations, variables, component.connections()).intervals(false);
            for (int i = 0; i < variables.size(); i++) {
                double width = Math.floor(intervals.width(i));
                for (int cell : equations.cellsOf(variables.get(i))) {
                    if (variables.get(i).figure() == Figure.NUMERATOR && cells.has(cell, Cells.FRESH)) {
                        widths.put(cell, width);
                    }
                }
            }
        }
    }
}
