package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Inputs;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.space.SpaceTree;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the values of smaller spaces to those of the larger ones that were not delivered (Hochrechnung auf höhere
 * Ebenen): counts, and numerators and denominators, from which ratios and means are computed anew. A sum is made only
 * if every part of the larger space on one level has a value; if a part goes, the sum goes. Where spaces have moved,
 * all sums are made anew. A delivered value stays, unless it says that there is none, or is rounded by lot: a total
 * that is rounded by itself would narrow its parts. Pure functions.
 */
final class RollUp {
    private final Definition definition;
    private final SpaceTree tree;
    private final Map<String, Known> known;
    private final boolean sumsReplaceDelivered;
    /** Delivered values and sums by the numbers of their spaces. */
    private final @Nullable Figure[] figures;

    private RollUp(Definition definition, SpaceTree tree, List<Figure> delivered, Map<String, Known> known) {
        this.definition = definition;
        this.tree = tree;
        this.known = known;
        NoiseProtection noise = definition.protection();
        this.sumsReplaceDelivered = noise != null && noise.method() == NoiseProtection.Method.RANDOM_ROUNDING;
        this.figures = new Figure[tree.size()];
        for (Figure figure : delivered) {
            int space = tree.number(figure.space());
            if (space >= 0) {
                figures[space] = figure;
            }
        }
    }

    /** Whether values of an indicator are summed up at all. */
    static boolean applies(Indicator indicator) {
        return !indicator.definition().computed() && indicator.definition().kind() != Kind.INDEX;
    }

    /**
     * The sums that change with delivered values or take the place of missing ones.
     *
     * @param known the latest values of the same indicator and period by space
     * @param anew whether all sums are made, since spaces have moved
     */
    static List<Figure> of(
            Indicator indicator, SpaceTree tree, List<Figure> delivered, Map<String, Known> known, boolean anew) {
        return new RollUp(indicator.definition(), tree, delivered, known).sums(anew);
    }

    private List<Figure> sums(boolean anew) {
        TreeMap<Integer, BitSet> touched = new TreeMap<>(Comparator.reverseOrder());
        for (int space = 0; space < figures.length; space++) {
            Figure figure = figures[space];
            if (figure != null) {
                touchWholes(touched, space);
                if (figure.status().equals(ValueStatus.MISSING) || sumsReplaceDelivered) {
                    touch(touched, space);
                }
            }
        }
        if (anew) {
            known.keySet().stream()
                    .mapToInt(tree::number)
                    .filter(space -> space >= 0)
                    .forEach(space -> {
                        touchWholes(touched, space);
                        touch(touched, tree.families(space).length > 0 ? space : -1);
                    });
        }
        Map<String, Figure> sums = new TreeMap<>();
        while (!touched.isEmpty()) {
            for (int space : touched.pollFirstEntry().getValue().stream().toArray()) {
                Figure sum = sum(space);
                if (sum != null) {
                    figures[space] = sum;
                    sums.put(sum.space(), sum);
                    touchWholes(touched, space);
                }
            }
        }
        return List.copyOf(sums.values());
    }

    private void touchWholes(Map<Integer, BitSet> touched, int space) {
        for (int whole : tree.wholes(space)) {
            touch(touched, whole);
        }
    }

    private void touch(Map<Integer, BitSet> touched, int space) {
        if (space >= 0) {
            touched.computeIfAbsent(tree.depth(space), depth -> new BitSet()).set(space);
        }
    }

    private @Nullable Figure sum(int space) {
        String key = tree.key(space);
        Known before = known.get(key);
        boolean replaces = figures[space] != null;
        boolean delivered = isDelivered(figures[space]) || (before != null && isDelivered(before) && !replaces);
        if (delivered && !sumsReplaceDelivered) {
            return null;
        }
        int revision = before == null ? 0 : before.revision();
        for (int[] family : tree.families(space)) {
            Figure sum = sum(key, family, revision);
            if (sum != null) {
                return before != null && before.sameAs(sum) && !replaces ? null : sum;
            }
        }
        if (delivered) {
            return null;
        }
        boolean gone = before != null && before.value() != null && !replaces;
        return gone ? missing(key, revision) : null;
    }

    private static boolean isDelivered(@Nullable Figure figure) {
        return figure != null && figure.origin() == null && !figure.status().equals(ValueStatus.MISSING);
    }

    private static boolean isDelivered(Known known) {
        return known.origin() == null && !known.status().equals(ValueStatus.MISSING);
    }

    private @Nullable Figure sum(String key, int[] family, int revision) {
        BigDecimal first = BigDecimal.ZERO;
        BigDecimal second = BigDecimal.ZERO;
        boolean count = definition.kind() == Kind.COUNT;
        String status = ValueStatus.NORMAL;
        for (int child : family) {
            Figure part = part(child);
            if (part == null) {
                return null;
            }
            BigDecimal numerator = count ? part.value() : part.numerator();
            BigDecimal denominator = count ? BigDecimal.ZERO : part.denominator();
            if (numerator == null || denominator == null) {
                return null;
            }
            first = first.add(numerator);
            second = second.add(denominator);
            status = worse(status, part.status());
        }
        if (count) {
            return figure(key, first, null, null, status, revision);
        }
        BigDecimal value = definition.kind() == Kind.MEAN
                ? Units.mean(first, second)
                : Units.ratio(first, second, definition.unit());
        return figure(key, value, first, second, value == null ? ValueStatus.MISSING : status, revision);
    }

    /** In place of a sum that does not hold any more. */
    static Figure missing(String space, int revision) {
        return figure(space, null, null, null, ValueStatus.MISSING, revision);
    }

    private @Nullable Figure part(int space) {
        Figure figure = figures[space];
        if (figure != null) {
            return figure;
        }
        String key = tree.key(space);
        Known before = known.get(key);
        if (before == null) {
            return null;
        }
        return figure(
                key, before.value(), before.numerator(), before.denominator(), before.status(), before.revision());
    }

    private static String worse(String a, String b) {
        for (String status : List.of(ValueStatus.UNRELIABLE, ValueStatus.ESTIMATED)) {
            if (a.equals(status) || b.equals(status)) {
                return status;
            }
        }
        return ValueStatus.NORMAL;
    }

    private static Figure figure(
            String key,
            @Nullable BigDecimal value,
            @Nullable BigDecimal first,
            @Nullable BigDecimal second,
            String status,
            int revision) {
        return new Figure(
                key, value, first, second, status, true, Inputs.PUBLIC, revision, null, null, Figure.ROLLED_UP);
    }
}
