package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;

/** How the classes of an index change when its components are standardised in another way. */
public final class OtherStandardisation {
    private static final List<Standardise> WAYS =
            List.of(Standardise.Z_POPULATION, Standardise.MIN_MAX, Standardise.PERCENTILE);

    /**
     * An index whose components are standardised in another way.
     *
     * @param how the way
     * @param changed positions of the spaces that have another class then
     * @param compared positions of the spaces that have a class both times
     */
    public record Otherwise(Standardise how, List<Integer> changed, List<Integer> compared) {
        public Otherwise {
            changed = List.copyOf(changed);
            compared = List.copyOf(compared);
        }
    }

    /**
     * Each way that not all components use already. Empty where another way would change the scale that given breaks
     * refer to (breaks in the document, values not restandardised) and for principal components, which are always
     * centred and scaled.
     */
    public static List<Otherwise> of(Outcome outcome, IndexOutcome index) {
        List<Otherwise> found = new ArrayList<>();
        if (!Variant.possible(index.index())) {
            return found;
        }
        Standardisation again = index.index().restandardise();
        boolean sameScale = again.method() == Standardise.NONE || again.goalposts() != null;
        boolean bound = sameScale && index.index().classRule().method() == ClassRule.Method.BREAKS;
        boolean conditions = index.index().components().stream().anyMatch(component -> component.condition() != null);
        if (bound || conditions || index.index().combine().estimated()) {
            return found;
        }
        for (Standardise way : WAYS) {
            boolean same = index.index().components().stream()
                    .allMatch(component -> component.standardise().method() == way);
            if (!same) {
                Otherwise otherwise = otherwise(outcome, index, way);
                if (!otherwise.compared().isEmpty()) {
                    found.add(otherwise);
                }
            }
        }
        return found;
    }

    private static Otherwise otherwise(Outcome outcome, IndexOutcome index, Standardise way) {
        boolean[] universe = Variant.universe(index, outcome.territory().size());
        List<Standardised> columns = new ArrayList<>();
        for (ComponentOutcome part : index.components()) {
            Component component = part.component();
            Sample sample = new Sample(part.ready(), universe, part.groups(), null);
            Scales scales = Scales.of(component.standardise().by(way), component.sign(), component.turned(), sample);
            columns.add(Standardised.on(scales, sample));
        }
        double[] raw = Combination.of(index.index(), columns)
                .raw(columns.stream().map(Standardised::numbers).toList(), universe);
        int[] classes = new Variant(index, universe).classes(raw);
        List<Integer> changed = new ArrayList<>();
        List<Integer> compared = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] >= 0 && index.classAt(i) >= 0) {
                compared.add(i);
                if (classes[i] != index.classAt(i)) {
                    changed.add(i);
                }
            }
        }
        return new Otherwise(way, changed, compared);
    }

    private OtherStandardisation() {}
}
