package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The transformations of a component in their order, with the limits found where it is winsorised or trimmed. */
final class Preparation {
    private final List<Transform> transforms;
    private final List<Winsorising> limits;

    private Preparation(List<Transform> transforms, List<Winsorising> limits) {
        this.transforms = transforms;
        this.limits = limits;
    }

    /** What needs no other number: winsorising and trimming leave numbers as they are. */
    static Preparation single(List<Transform> transforms) {
        return new Preparation(
                transforms, transforms.stream().map(any -> Winsorising.NOTHING).toList());
    }

    /** With the limits that the numbers of a universe give. */
    static Preparation of(List<Transform> transforms, double[] measured, boolean[] universe) {
        if (transforms.stream().noneMatch(transform -> transform.kind().fitted())) {
            return single(transforms);
        }
        List<Winsorising> limits = new ArrayList<>();
        double[] x = measured.clone();
        for (Transform transform : transforms) {
            Winsorising limit =
                    transform.kind().fitted() ? Winsorising.of(transform, ascending(x, universe)) : Winsorising.NOTHING;
            limits.add(limit);
            for (int i = 0; i < x.length; i++) {
                x[i] = limit.apply(transform.apply(x[i]));
            }
        }
        return new Preparation(transforms, List.copyOf(limits));
    }

    private static double[] ascending(double[] x, boolean[] universe) {
        double[] present = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (universe[i] && !Double.isNaN(x[i])) {
                present[n++] = x[i];
            }
        }
        double[] ascending = Arrays.copyOf(present, n);
        Arrays.sort(ascending);
        return ascending;
    }

    /** What was found for each winsorising, in order. */
    List<Winsorising> winsorised() {
        return IntStream.range(0, transforms.size())
                .filter(t -> transforms.get(t).kind() == Transform.Kind.WINSORISE)
                .mapToObj(limits::get)
                .toList();
    }

    /** Whether numbers stay as they are. */
    boolean isNothing() {
        return transforms.isEmpty();
    }

    /** The transformed number, {@code NaN} where there is none. */
    double apply(double measured) {
        double x = measured;
        for (int t = 0; t < transforms.size(); t++) {
            x = limits.get(t).apply(transforms.get(t).apply(x));
        }
        return x;
    }
}
