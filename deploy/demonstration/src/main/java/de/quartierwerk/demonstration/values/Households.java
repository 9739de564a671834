package de.quartierwerk.demonstration.values;

import de.quartierwerk.demonstration.RegionSettings;

/** Households and dwellings of one space. */
final class Households {

    private static final double STEP = 0.01;

    private final SpaceSeries series;
    private final ValueModel.Walks walks;
    private final double poor;
    private final double dense;

    Households(SpaceSeries series, ValueModel.Walks walks, double poor, double dense) {
        this.series = series;
        this.walks = walks;
        this.poor = poor;
        this.dense = dense;
    }

    void fill(RegionSettings settings) {
        int last = settings.lastYear();
        part(Count.HOUSEHOLDS, Count.POPULATION, settings, 0.485 * Math.exp(0.05 * dense), 0.003);
        part(Count.ONE_PERSON, Count.HOUSEHOLDS, settings, 0.38 * Math.exp(0.12 * dense), 0.005);
        part(Count.FAMILIES, Count.UNDER_18, settings, 0.61, 0);
        part(Count.SINGLE_PARENTS, Count.FAMILIES, settings, 0.19 * Math.exp(0.35 * poor), 0.004);
        part(Count.LARGE_FAMILIES, Count.FAMILIES, settings, 0.12 * Math.exp(0.25 * poor), 0.006);
        part(Count.HOUSING_BENEFIT, Count.HOUSEHOLDS, settings, 0.017 * Math.exp(0.5 * poor), 0.01);
        part(Count.SOCIAL_DWELLINGS, Count.HOUSEHOLDS, settings, 0.07 * Math.exp(0.7 * poor), -0.03);
        part(Count.NEW_DWELLINGS, Count.HOUSEHOLDS, settings, 0.0055 * Math.exp(-0.3 * poor - 0.2 * dense), 0.02);
        part(Count.MOVES, Count.POPULATION, settings, 0.15 * Math.exp(0.2 * poor + 0.1 * dense), 0.004);
        double[] walk = walks.of("dwellings", STEP / 4);
        double size = 97 * Math.exp(-0.10 * poor - 0.08 * dense + walks.own("dwelling-size", 0.02));
        for (int year = settings.firstYear(); year <= last; year++) {
            long dwellings = Math.round(series.get(Count.HOUSEHOLDS, year) * 1.03 * Math.exp(walk[last - year]));
            series.set(Count.DWELLINGS, year, dwellings);
            series.set(Count.LIVING_SPACE, year, Math.round(dwellings * size));
        }
    }

    private void part(Count count, Count of, RegionSettings settings, double share, double changePerYear) {
        double[] walk = walks.of(count.name(), STEP);
        double own = walks.own(count.name(), 0.07);
        for (int year = settings.firstYear(); year <= settings.lastYear(); year++) {
            int back = settings.lastYear() - year;
            series.share(count, year, of, share * Math.exp(own + walk[back] - changePerYear * back));
        }
    }
}
