package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;

/** How the classes of an index change when each of its components is left out in turn. */
public final class LeaveOneOut {
    /**
     * An index without one of its components.
     *
     * @param component what was left out
     * @param changed positions of the spaces that have another class then
     * @param compared positions of the spaces that have a class both times
     */
    public record Without(Component component, List<Integer> changed, List<Integer> compared) {
        public Without {
            changed = List.copyOf(changed);
            compared = List.copyOf(compared);
        }
    }

    /** Leaves out each component of an index that has at least two and classes; empty for others. */
    static List<Without> of(Outcome outcome, Selection selection, Figures figures, Index index) {
        List<Without> all = new ArrayList<>();
        if (index.classes() == null || index.components().size() < 2) {
            return all;
        }
        for (Component component : index.components()) {
            Scheme reduced = without(outcome.scheme(), index, component);
            IndexOutcome other = Classification.compute(reduced, outcome.territory(), figures, selection)
                    .index(index.code());
            all.add(compare(
                    component,
                    outcome.index(index.code()),
                    other,
                    outcome.territory().size()));
        }
        return all;
    }

    private static Without compare(Component component, IndexOutcome before, IndexOutcome after, int size) {
        List<Integer> changed = new ArrayList<>();
        List<Integer> compared = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (before.classAt(i) >= 0 && after.classAt(i) >= 0) {
                compared.add(i);
                if (before.classAt(i) != after.classAt(i)) {
                    changed.add(i);
                }
            }
        }
        return new Without(component, changed, compared);
    }

    private static Scheme without(Scheme scheme, Index index, Component component) {
        List<Component> rest = new ArrayList<>(index.components());
        rest.remove(component);
        boolean oriented = rest.stream().anyMatch(other -> other.of().equals(index.orientation()));
        Index reduced = index.with(
                rest,
                oriented || index.orientation() == null
                        ? index.orientation()
                        : rest.get(0).of());
        List<Index> indices = new ArrayList<>();
        for (Index other : scheme.indices()) {
            indices.add(other.code().equals(index.code()) ? reduced : other);
            if (other.code().equals(index.code())) {
                break;
            }
        }
        return new Scheme(
                scheme.code(),
                scheme.title(),
                scheme.description(),
                scheme.source(),
                scheme.level(),
                false,
                scheme.universe(),
                indices,
                List.of(),
                List.of());
    }

    private LeaveOneOut() {}
}
