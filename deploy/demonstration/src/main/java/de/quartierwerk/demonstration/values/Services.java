package de.quartierwerk.demonstration.values;

import de.quartierwerk.demonstration.RegionSettings;

/** What follows from people and poverty: work, schools, youth welfare, care and doctors of one space. */
final class Services {

    private static final double STEP = 0.015;

    private final SpaceSeries series;
    private final ValueModel.Walks walks;
    private final double poor;

    Services(SpaceSeries series, ValueModel.Walks walks, double poor) {
        this.series = series;
        this.walks = walks;
        this.poor = poor;
    }

    void fill(RegionSettings settings) {
        part(Count.MIGRATION_BACKGROUND, Count.FOREIGNERS, settings, 2.05, -0.012, 0.05, Count.POPULATION, 0.9);
        part(Count.LONG_TERM_UNEMPLOYED, Count.UNEMPLOYED, settings, 0.40 + 0.05 * poor, -0.01, 0.06);
        part(Count.YOUNG_UNEMPLOYED, Count.UNEMPLOYED, settings, 0.095, -0.01, 0.10);
        part(Count.EMPLOYED, Count.FROM_15_TO_64, settings, 0.615 * Math.exp(-0.09 * poor), 0.011, 0.02);
        for (int year = settings.firstYear(); year <= settings.lastYear(); year++) {
            int grownUp = series.get(Count.SGB2, year) - series.get(Count.SGB2_UNDER_15, year);
            series.set(Count.SGB2_EMPLOYABLE, year, Math.round(grownUp * 0.96));
        }
        part(Count.SGB2_WORKING, Count.SGB2_EMPLOYABLE, settings, 0.24 * Math.exp(-0.1 * poor), -0.01, 0.08);
        part(Count.DAY_CARE_UNDER_3, Count.UNDER_3, settings, 0.33 * Math.exp(-0.15 * poor), 0.035, 0.07);
        part(Count.DAY_CARE_FROM_3, Count.FROM_3_TO_5, settings, 0.92 - 0.02 * poor, 0.001, 0.01);
        part(Count.OVERWEIGHT, Count.SCHOOL_ENTRANTS, settings, 0.105 * Math.exp(0.4 * poor), 0.004, 0.10);
        part(Count.SCHOOL_CHANGES, Count.SCHOOL_ENTRANTS, settings, 0.96, 0, 0.02);
        part(Count.GRAMMAR_SCHOOL, Count.SCHOOL_CHANGES, settings, 0.42 * Math.exp(-0.35 * poor), 0.004, 0.07);
        part(Count.SCHOOL_LEAVERS, Count.SCHOOL_CHANGES, settings, 1.0, 0, 0);
        part(Count.NO_CERTIFICATE, Count.SCHOOL_LEAVERS, settings, 0.058 * Math.exp(0.5 * poor), 0.003, 0.15);
        part(Count.YOUTH_WELFARE, Count.UNDER_21, settings, 0.036 * Math.exp(0.5 * poor), 0.012, 0.10);
        part(Count.CHILD_PROTECTION, Count.UNDER_18, settings, 0.012 * Math.exp(0.5 * poor), 0.04, 0.12);
        part(Count.TAKEN_INTO_CARE, Count.UNDER_18, settings, 0.0028 * Math.exp(0.6 * poor), 0.01, 0.20);
        part(Count.CARE_RECIPIENTS, Count.FROM_80, settings, 0.62 * Math.exp(0.05 * poor), 0.035, 0.05);
        part(Count.CARE_AT_HOME, Count.CARE_RECIPIENTS, settings, 0.79, 0.008, 0.03);
        part(Count.CARE_PLACES, Count.FROM_65, settings, 0.045, 0.004, 0.45);
        part(Count.GENERAL_PRACTITIONERS, Count.POPULATION, settings, 0.00064 * Math.exp(-0.2 * poor), -0.006, 0.20);
    }

    private void part(Count count, Count of, RegionSettings settings, double share, double changePerYear, double own) {
        part(count, of, settings, share, changePerYear, own, of, 1);
    }

    /** A share of another count, at most {@code most} of {@code limit}. */
    private void part(
            Count count,
            Count of,
            RegionSettings settings,
            double share,
            double changePerYear,
            double own,
            Count limit,
            double most) {
        double[] walk = walks.of(count.name(), own == 0 ? 0 : STEP);
        double difference = walks.own(count.name(), own);
        for (int year = settings.firstYear(); year <= settings.lastYear(); year++) {
            int back = settings.lastYear() - year;
            double factor = share * Math.exp(difference + walk[back] - changePerYear * back);
            series.set(count, year, Math.min(Math.round(series.get(of, year) * factor), (long)
                    (series.get(limit, year) * most)));
        }
    }
}
