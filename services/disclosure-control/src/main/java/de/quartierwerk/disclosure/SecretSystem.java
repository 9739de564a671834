package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secret numbers and the equations between them, without the numbers that the public knows. */
final class SecretSystem {
    private static final double TINY = 1e-6;

    private final Equations equations;
    private final List<Variable> variables;
    private final double[] values;
    private final double enough;
    private final List<int[]> terms = new ArrayList<>();
    private final List<double[]> factors = new ArrayList<>();

    SecretSystem(Equations equations, List<Variable> variables, List<Equation> connections) {
        this.equations = equations;
        this.variables = variables;
        Map<Variable, Integer> places = new HashMap<>();
        values = new double[variables.size()];
        double widest = 1;
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            places.put(variable, i);
            values[i] = Math.max(0, variable.value());
            widest = variable.isUndelivered() ? widest : Math.max(widest, equations.minimum(variable));
        }
        enough = widest;
        Set<Row> rows = new LinkedHashSet<>();
        for (Equation equation : connections) {
            Row row = new Row(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < equation.variables().length; i++) {
                Integer place = places.get(equation.variables()[i]);
                if (place != null && equations.isSecret(equation.variables()[i])) {
                    row.places.add(place);
                    row.factors.add(equation.coefficients()[i]);
                }
            }
            if (!row.places.isEmpty()) {
                rows.add(row);
            }
        }
        for (Row row : rows) {
            terms.add(row.places.stream().mapToInt(Integer::intValue).toArray());
            factors.add(row.factors.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** The secret numbers of an equation and their coefficients. Two equations may have the same row. */
    private record Row(List<Integer> places, List<Double> factors) {}

    /**
     * The intervals of the numbers.
     *
     * @param strict whether the public is assumed to know that a suppressed number is not zero
     */
    Intervals intervals(boolean strict) {
        double[] floors = new double[values.length];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = strict ? Math.min(1, values[i]) : 0;
        }
        return new Intervals(values, floors, terms, factors, enough);
    }

    /** How well each number is protected. */
    Protection[] protection() {
        Intervals plain = intervals(false);
        Intervals strict = intervals(true);
        Protection[] protection = new Protection[values.length];
        for (int i = 0; i < values.length; i++) {
            protection[i] = protection(variables.get(i), plain.width(i), strict.width(i));
        }
        return protection;
    }

    /**
     * A number is known to a reader who knows that zeros are shown if it can be one only. What is suppressed for its
     * own sake has to be one of at least as many as the minimum says.
     */
    private Protection protection(Variable variable, double plain, double strict) {
        if (variable.isUndelivered()) {
            return Protection.ENOUGH;
        }
        if (strict < 1) {
            return Protection.NONE;
        }
        double minimum = equations.minimum(variable);
        boolean enough = equations.protectsOthers(variable) || (plain >= minimum && strict >= minimum - 1 - TINY);
        return enough ? Protection.ENOUGH : Protection.NARROW;
    }

    /** How well a number is protected. */
    enum Protection {
        /** Nobody can know it. */
        ENOUGH,
        /** Nobody can know it, but fewer numbers than the minimum are left. */
        NARROW,
        /** Everybody can know it. */
        NONE
    }
}
