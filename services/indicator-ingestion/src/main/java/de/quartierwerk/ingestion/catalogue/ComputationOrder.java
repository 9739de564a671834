package de.quartierwerk.ingestion.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** In which order computed indicators follow from each other. Pure functions over code to inputs. */
public final class ComputationOrder {
    private final Map<String, ? extends Collection<String>> inputs;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();

    private ComputationOrder(Map<String, ? extends Collection<String>> inputs) {
        this.inputs = inputs;
    }

    /** The codes of a cycle, first and last the same; empty where there is none. */
    public static Optional<List<String>> cycle(Map<String, ? extends Collection<String>> inputs) {
        ComputationOrder order = new ComputationOrder(inputs);
        for (String code : new TreeMap<>(inputs).keySet()) {
            Optional<List<String>> found = order.visit(code);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The computed indicators that have to be computed anew when others change, each after all its inputs.
     *
     * @param inputs of all computed indicators, without cycles
     * @param changed codes whose values change
     */
    public static List<String> affected(Map<String, ? extends Collection<String>> inputs, Set<String> changed) {
        ComputationOrder order = new ComputationOrder(inputs);
        new TreeMap<>(inputs).keySet().forEach(order::visit);
        Set<String> reached = new LinkedHashSet<>(changed);
        List<String> affected = new ArrayList<>();
        for (String code : order.done) {
            if (order.inputsOf(code).stream().anyMatch(reached::contains)) {
                reached.add(code);
                affected.add(code);
            }
        }
        return affected;
    }

    private Optional<List<String>> visit(String code) {
        if (done.contains(code)) {
            return Optional.empty();
        }
        if (path.contains(code)) {
            List<String> cycle = new ArrayList<>(path.subList(path.indexOf(code), path.size()));
            cycle.add(code);
            return Optional.of(cycle);
        }
        path.add(code);
        for (String input : inputsOf(code)) {
            Optional<List<String>> found = visit(input);
            if (found.isPresent()) {
                return found;
            }
        }
        path.remove(path.size() - 1);
        done.add(code);
        return Optional.empty();
    }

    private Collection<String> inputsOf(String code) {
        Collection<String> found = inputs.get(code);
        return found == null ? List.of() : found;
    }
}
