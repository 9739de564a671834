package de.quartierwerk.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Connected secret numbers and the equations that connect them. */
record Component(List<Variable> variables, List<Equation> connections) {
    /**
     * The component of a secret number.
     *
     * @param seen receives its numbers
     */
    static Component of(Variable start, Equations equations, Set<Variable> seen) {
        List<Variable> variables = new ArrayList<>();
        Set<Equation> connections = new LinkedHashSet<>();
        Deque<Variable> open = new ArrayDeque<>(List.of(start));
        seen.add(start);
        while (!open.isEmpty()) {
            Variable variable = open.remove();
            variables.add(variable);
            for (Equation equation : equations.of(variable)) {
                if (connections.add(equation)) {
                    for (Variable other : equation.variables()) {
                        if (equations.isSecret(other) && seen.add(other)) {
                            open.add(other);
                        }
                    }
                }
            }
        }
        return new Component(variables, List.copyOf(connections));
    }
}
