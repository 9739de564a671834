package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secret numbers and the equations between them, without what the public knows anyway. */
final class SecretSystem {
    private final double[] values;
    private final double enough;
    private final List<int[]> terms = new ArrayList<>();
    private final List<double[]> factors = new ArrayList<>();

    SecretSystem(Equations equations, List<Integer> variables, List<Equation> connections) {
        Map<Integer, Integer> places = new HashMap<>();
        values = new double[variables.size()];
        double widest = 1;
        for (int i = 0; i < variables.size(); i++) {
            int variable = variables.get(i);
            places.put(variable, i);
            values[i] = Math.max(0, equations.value(variable));
            widest = equations.isSlack(variable) ? widest : Math.max(widest, equations.minimum(variable));
        }
        enough = widest;
        Set<List<Object>> different = new HashSet<>();
        for (Equation equation : connections) {
            List<Object> secret = new ArrayList<>();
            for (int i = 0; i < equation.variables().length; i++) {
                Integer place = places.get(equation.variables()[i]);
                if (place != null && equations.isSecret(equation.variables()[i])) {
                    secret.add(place);
                    secret.add(equation.coefficients()[i]);
                }
            }
            if (!secret.isEmpty() && different.add(secret)) {
                add(secret);
            }
        }
    }

    private void add(List<Object> secret) {
        int[] numbers = new int[secret.size() / 2];
        double[] factor = new double[secret.size() / 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (Integer) secret.get(2 * i);
            factor[i] = (Double) secret.get(2 * i + 1);
        }
        terms.add(numbers);
        factors.add(factor);
    }

    /**
     * The intervals of the numbers.
     *
     * @param strict whether the public is taken to know that what is suppressed is no zero, where it is none
     */
    Intervals intervals(boolean strict) {
        double[] floors = new double[values.length];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = strict ? Math.min(1, values[i]) : 0;
        }
        return new Intervals(values, floors, terms, factors, enough);
    }
}
