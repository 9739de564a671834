package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.ComponentOutcome;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Winsorising;
import de.quartierwerk.classification.run.RunSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a reader of an index should know although all went well. What follows from numbers is not told of an index in
 * which a suppressed one takes part; classes that are shown are public, and so is where a value is missing.
 */
final class Notices {
    private static final double MANY = 0.1;
    /** Correlations and loadings nearer to 0 come from rounding. */
    private static final double NOISE = 1e-9;

    private final Outcome outcome;
    private final IndexOutcome index;
    private final Set<Integer> withheld;
    private final List<RunSummary.Warning> warnings;

    private Notices(Outcome outcome, IndexOutcome index, Set<Integer> withheld, List<RunSummary.Warning> warnings) {
        this.outcome = outcome;
        this.index = index;
        this.withheld = withheld;
        this.warnings = warnings;
    }

    /** @param withheld positions of spaces whose classes nobody is to know */
    static void of(Outcome outcome, IndexOutcome index, Set<Integer> withheld, List<RunSummary.Warning> warnings) {
        Notices notices = new Notices(outcome, index, withheld, warnings);
        notices.imputed();
        notices.emptyClasses();
        notices.smallGroups();
        if (!index.guarded()) {
            notices.zeros();
            notices.directions();
            notices.outliers();
        }
    }

    private void warn(String code, String subject) {
        warnings.add(new RunSummary.Warning(code, index.index().code() + subject));
    }

    private long count(IntPredicate what) {
        return IntStream.range(0, outcome.territory().size()).filter(what).count();
    }

    private void imputed() {
        for (ComponentOutcome part : index.components()) {
            boolean possible = part.component().impute() != null;
            long spaces = possible ? count(i -> index.inUniverse(i) && part.imputed(i)) : 0;
            if (spaces > 0) {
                warn("run.component-imputed", ": " + part.component().of() + ": " + spaces);
            }
        }
    }

    private void emptyClasses() {
        ClassRule rule = index.index().classes();
        if (rule == null || index.classes().missing() || count(i -> shownClass(i) >= 0) == 0) {
            return;
        }
        for (int k = 0; k < rule.count(); k++) {
            int position = k;
            if (count(i -> shownClass(i) == position) == 0) {
                warn("run.class-without-spaces", ": " + rule.codes().get(k));
            }
        }
    }

    /** The class of a space, -1 where it is withheld too: an empty class would tell where those lie. */
    private int shownClass(int position) {
        return withheld.contains(position) ? -1 : index.classAt(position);
    }

    /** Groups with fewer spaces than classes. */
    private void smallGroups() {
        ClassRule rule = index.index().classes();
        if (rule == null || rule.within() == null) {
            return;
        }
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < outcome.territory().size(); i++) {
            String group = index.classes().groupKey(i);
            if (group != null && !Double.isNaN(index.value(i))) {
                sizes.merge(group, 1, Integer::sum);
            }
        }
        new TreeMap<>(sizes).forEach((group, size) -> {
            if (size < rule.count()) {
                warn("run.group-too-small", ": " + group);
            }
        });
    }

    private void zeros() {
        boolean product = index.index().combine() == Combine.GEOMETRIC_MEAN
                || index.index().combine() == Combine.HARMONIC_MEAN
                || index.index().combine() == Combine.PRODUCT;
        long all = count(i -> !Double.isNaN(index.raw(i)));
        if (product && count(i -> index.raw(i) == 0) > MANY * all) {
            warn("run.many-zeros", "");
        }
    }

    private void directions() {
        boolean several = index.components().size() > 1;
        for (int c = 0; c < index.components().size(); c++) {
            ComponentOutcome part = index.components().get(c);
            String subject = ": " + part.component().of();
            if (part.used() && index.index().combine().estimated() && part.loading() < -NOISE) {
                warn("run.loading-against-polarity", subject);
            }
            if (part.used() && several && part.share() >= 0 && index.correlation(c) < -NOISE) {
                warn("run.component-against-index", subject);
            }
        }
    }

    private void outliers() {
        for (ComponentOutcome part : index.components()) {
            if (!part.winsorised().stream().allMatch(Winsorising::enough)) {
                warn("run.still-outliers", ": " + part.component().of());
            }
        }
    }
}
