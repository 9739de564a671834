package de.quartierwerk.classification.method;

/** Puts something in the place of missing values of a component. */
final class Imputation {
    private final Territory territory;
    private final Figures figures;
    private final boolean[] base;

    /**
     * @param territory spaces and larger areas
     * @param figures columns of the indicators
     * @param base spaces that take part in the run
     */
    Imputation(Territory territory, Figures figures, boolean[] base) {
        this.territory = territory;
        this.figures = figures;
        this.base = base;
    }

    /** Fills gaps in {@code x}; answers where. A number given for the standardised one is filled in later. */
    boolean[] fill(Component component, double[] x) {
        boolean[] filled = new boolean[x.length];
        Impute impute = component.impute();
        if (impute == null || impute.kind() == Impute.Kind.SCORE) {
            return filled;
        }
        double[] instead = impute.kind() == Impute.Kind.LARGER_AREA
                ? larger(component, x)
                : means(Groups.of(impute.by(), territory, figures), x);
        for (int i = 0; i < x.length; i++) {
            if (base[i] && Double.isNaN(x[i]) && !Double.isNaN(instead[i])) {
                x[i] = instead[i];
                filled[i] = true;
            }
        }
        return filled;
    }

    private double[] means(Groups groups, double... x) {
        double[] sums = new double[groups.count()];
        int[] counts = new int[sums.length];
        for (int i = 0; i < x.length; i++) {
            if (base[i] && !Double.isNaN(x[i]) && groups.of(i) >= 0) {
                sums[groups.of(i)] += x[i];
                counts[groups.of(i)]++;
            }
        }
        double[] means = Column.nothing(x.length);
        for (int i = 0; i < x.length; i++) {
            int group = groups.of(i);
            means[i] = group < 0 || counts[group] == 0 ? Double.NaN : sums[group] / counts[group];
        }
        return means;
    }

    /** The value of the smallest larger area of each space that has one. */
    private double[] larger(Component component, double... x) {
        double[] ofAreas = ofAreas(component, x);
        double[] found = Column.nothing(x.length);
        for (int i = 0; i < found.length; i++) {
            for (int a = territory.parents().get(i);
                    a >= 0 && Double.isNaN(found[i]);
                    a = territory.areas().get(a).parent()) {
                found[i] = ofAreas[a];
            }
        }
        return found;
    }

    /** The value of every larger area: its own, the ratio of its spaces, or their mean. */
    private double[] ofAreas(Component component, double... x) {
        double[] numerators = new double[territory.areas().size()];
        double[] denominators = new double[numerators.length];
        double[] sums = new double[numerators.length];
        int[] counts = new int[numerators.length];
        boolean plain = component.indicator() != null && component.measure() == Measure.VALUE;
        Column column = plain ? figures.column(component.of(), 0) : new Column(x.length);
        Column own = plain ? figures.areas(component.of(), 0) : null;
        double unit = SmallDenominators.unit(column);
        for (int i = 0; i < x.length; i++) {
            boolean both = !Double.isNaN(column.numerator(i)) && !Double.isNaN(column.denominator(i));
            for (int a = territory.parents().get(i);
                    base[i] && a >= 0;
                    a = territory.areas().get(a).parent()) {
                numerators[a] += both ? column.numerator(i) : 0;
                denominators[a] += both ? column.denominator(i) : 0;
                sums[a] += Double.isNaN(x[i]) ? 0 : x[i];
                counts[a] += Double.isNaN(x[i]) ? 0 : 1;
            }
        }
        double[] found = new double[numerators.length];
        for (int a = 0; a < found.length; a++) {
            double ratio = unit * numerators[a] / denominators[a];
            double given = own == null ? Double.NaN : own.value(a);
            double mean = counts[a] == 0 ? Double.NaN : sums[a] / counts[a];
            found[a] = !Double.isNaN(given) ? given : !Double.isNaN(ratio) && !Double.isInfinite(ratio) ? ratio : mean;
        }
        return found;
    }
}
