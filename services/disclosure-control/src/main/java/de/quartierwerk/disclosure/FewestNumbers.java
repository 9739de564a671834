package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest numbers that protect the secret ones of a component (Branch and Bound), since choosing one after
 * the other suppresses too many where sums cross. It supposes numbers to be secret one by one, always to mend the first
 * sum or interval that is not safe, with one number more in each round. It counts its steps and not the time, so that
 * the same release gives the same cells.
 */
final class FewestNumbers {
    private static final int MOST_STEPS = 6000;
    /** In larger components nothing is searched. */
    static final int LARGEST_COMPONENT = 80;

    private final Equations equations;
    private final Suppression suppression;
    private final Component component;
    private final List<Variable> chosen;
    private final List<Variable> secret = new ArrayList<>();
    private final Set<Variable> supposed = new LinkedHashSet<>();
    private final Set<Variable> excluded = new HashSet<>();
    private final Map<Variable, SecretSystem.Protection> before = new HashMap<>();
    private final Set<Variable> variables;
    private int steps;
    private int atLeast;

    /** @param chosen the numbers of the component that were chosen by now */
    FewestNumbers(Equations equations, Suppression suppression, Component component, List<Variable> chosen) {
        this.equations = equations;
        this.suppression = suppression;
        this.component = component;
        this.chosen = chosen;
        this.variables = new HashSet<>(component.variables());
    }

    /** How many numbers it takes in any case. */
    int atLeast() {
        return atLeast;
    }

    /** The numbers to be suppressed: fewer than were chosen, or those. */
    List<Variable> find() {
        atLeast = Math.min(1, chosen.size());
        if (chosen.size() < 2 || component.variables().size() > LARGEST_COMPONENT) {
            return chosen;
        }
        try {
            return search();
        } finally {
            supposed.forEach(variable -> variable.suppose(null));
        }
    }

    private List<Variable> search() {
        SecretSystem.Protection[] protection =
                new SecretSystem(equations, component.variables(), component.connections()).protection();
        for (int i = 0; i < protection.length; i++) {
            if (protection[i] != SecretSystem.Protection.ENOUGH) {
                before.put(component.variables().get(i), protection[i]);
            }
        }
        component.variables().forEach(variable -> suppose(variable, !variable.isChosen()));
        component.variables().stream().filter(variable -> !variable.isChosen()).forEach(secret::add);
        int protectedOnes = secret.size();
        while (atLeast < chosen.size()) {
            if (mend(atLeast)) {
                return List.copyOf(secret.subList(protectedOnes, secret.size()));
            }
            if (steps > MOST_STEPS) {
                return chosen;
            }
            atLeast++;
        }
        return chosen;
    }

    private void suppose(Variable variable, boolean isSecret) {
        supposed.add(variable);
        variable.suppose(isSecret);
    }

    /** Suppresses at most so many numbers more; whether all is safe then. */
    private boolean mend(int left) {
        if (steps++ > MOST_STEPS) {
            return false;
        }
        List<Equation> single = single();
        if (!single.isEmpty()) {
            return left > 0 && left >= fewest(single) && tryEach(narrowest(single), left);
        }
        Set<Equation> unsafe = unsafe();
        return unsafe == null || (left > 0 && tryEach(unsafe, left));
    }

    private boolean tryEach(Collection<Equation> among, int left) {
        List<Variable> candidates = suppression.candidates(among);
        candidates.removeAll(excluded);
        List<Variable> tried = new ArrayList<>();
        boolean found = false;
        if (!candidates.isEmpty()) {
            for (Variable candidate : suppression.inOrder(candidates, among)) {
                suppose(candidate, true);
                secret.add(candidate);
                found = mend(left - 1);
                if (found || steps > MOST_STEPS) {
                    break;
                }
                secret.remove(secret.size() - 1);
                suppose(candidate, false);
                excluded.add(candidate);
                tried.add(candidate);
            }
        }
        tried.forEach(excluded::remove);
        return found;
    }

    /** Sums with one secret number. */
    private List<Equation> single() {
        Set<Equation> seen = new LinkedHashSet<>();
        List<Equation> single = new ArrayList<>();
        for (Variable variable : secret) {
            for (Equation equation : equations.of(variable)) {
                if (seen.add(equation) && isSingle(equation)) {
                    single.add(equation);
                }
            }
        }
        return single;
    }

    private boolean isSingle(Equation equation) {
        int count = 0;
        for (Variable variable : equation.variables()) {
            count += equations.isSecret(variable) ? 1 : 0;
            if (count > 1) {
                return false;
            }
        }
        return count == 1;
    }

    /** How many numbers it takes to give each of the sums a second secret one, if any number could be taken. */
    private static int fewest(List<Equation> single) {
        Map<Variable, Integer> uses = new HashMap<>();
        single.forEach(equation -> {
            for (Variable variable : equation.variables()) {
                uses.merge(variable, 1, Integer::sum);
            }
        });
        int most = uses.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return (single.size() + most - 1) / most;
    }

    private List<Equation> narrowest(List<Equation> single) {
        Equation best = single.get(0);
        int fewest = Integer.MAX_VALUE;
        for (Equation equation : single) {
            List<Variable> candidates = suppression.candidates(List.of(equation));
            candidates.removeAll(excluded);
            if (candidates.size() < fewest) {
                fewest = candidates.size();
                best = equation;
            }
        }
        return List.of(best);
    }

    /** The sums among which one number more must be secret; null where all numbers are safe. */
    private @Nullable Set<Equation> unsafe() {
        Set<Variable> seen = new HashSet<>();
        for (Variable variable : secret) {
            if (equations.isSecret(variable) && !seen.contains(variable)) {
                Component part = Component.of(variable, equations, seen);
                SecretSystem.Protection[] protection =
                        new SecretSystem(equations, part.variables(), part.connections()).protection();
                for (int i = 0; i < protection.length; i++) {
                    Variable narrow = part.variables().get(i);
                    if (protection[i].compareTo(worst(narrow)) > 0) {
                        Set<Equation> among = new LinkedHashSet<>(equations.of(narrow));
                        among.addAll(part.connections());
                        return among;
                    }
                }
            }
        }
        return null;
    }

    /** The worst protection that suffices: that of before, and for what only protects others, not to be known. */
    private SecretSystem.Protection worst(Variable variable) {
        SecretSystem.Protection other =
                variable.isChosen() ? SecretSystem.Protection.NARROW : SecretSystem.Protection.ENOUGH;
        return before.getOrDefault(variable, variables.contains(variable) ? other : SecretSystem.Protection.NARROW);
    }
}
