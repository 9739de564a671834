package de.quartierwerk.classification.run.start;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.classification.run.compute.RunComputation;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.classification.space.TerritorySnapshot;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.classification.value.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether somebody chose the spaces of a run in the registry: by the day, by validities or attributes, or by an area of
 * their own. Values are released for spaces that exist on their reference date. So where a value of the run's period
 * belongs to a space of its level that takes no part, somebody may have left that space out.
 */
@ApplicationScoped
class SpaceChoice {
    private final Values values;
    private final Spaces spaces;

    SpaceChoice(Values values, Spaces spaces) {
        this.values = values;
        this.spaces = spaces;
    }

    private record Column(String indicator, int lag) {}

    /**
     * Whether somebody may have chosen the spaces of a task in the registry. Exclusions and a minimum of released
     * values do not count here; nor does anything where nothing is hidden from the public.
     *
     * @param everywhere whether all spaces of the level should take part, also those outside the task's area
     */
    @Transactional
    boolean made(RunComputation.Task task, boolean everywhere) {
        if (!values.anyGuarded(task.inputs())) {
            return false;
        }
        Values.Positions positions = values.positions(task.snapshot());
        BitSet leftOut = leftOut(task, everywhere);
        BitSet others = new BitSet();
        Map<Column, List<Long>> columns = task.inputs().stream()
                .collect(Collectors.groupingBy(
                        input -> new Column(input.indicator(), input.lag()),
                        Collectors.mapping(Input::vector, Collectors.toList())));
        for (Map.Entry<Column, List<Long>> column : columns.entrySet()) {
            Values.Belonging belonging = values.belonging(column.getValue(), positions);
            boolean now = column.getKey().lag() == 0;
            boolean partly = !belonging.renewed().isEmpty()
                    && (now || !belonging.spaces().isEmpty());
            if (partly || (now && belonging.spaces().intersects(leftOut))) {
                return true;
            }
            if (now) {
                others.or(belonging.others());
            }
        }
        return spaces.anyOfLevel(task.scheme().level(), others);
    }

    /** Positions of spaces that lack an attribute or square kilometres, or lie outside the area. */
    private static BitSet leftOut(RunComputation.Task task, boolean everywhere) {
        TerritorySnapshot snapshot = task.snapshot();
        BitSet leftOut = new BitSet();
        Universe universe = task.scheme().universe();
        if (Indicator.AREA.equals(universe.minimumIndicator())) {
            for (int i = 0; i < snapshot.squareKilometres().size(); i++) {
                Double area = snapshot.squareKilometres().get(i);
                leftOut.set(i, area == null || area < universe.minimum());
            }
        }
        for (Universe.Attribute wanted : universe.where()) {
            List<String> texts = snapshot.texts(wanted.attribute());
            for (int i = 0; i < texts.size(); i++) {
                if (!wanted.equalTo().equals(texts.get(i))) {
                    leftOut.set(i);
                }
            }
        }
        if (everywhere && task.area() != null) {
            boolean[] within = snapshot.territory().within(task.area());
            for (int i = 0; i < within.length; i++) {
                if (!within[i]) {
                    leftOut.set(i);
                }
            }
        }
        return leftOut;
    }
}
