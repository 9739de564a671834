package de.quartierwerk.demonstration.values;

import de.quartierwerk.demonstration.Draw;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.membership.Memberships;
import de.quartierwerk.demonstration.membership.MunicipalityProfile;
import de.quartierwerk.demonstration.territory.Territory;

/**
 * The counts of every space. A latent deprivation, an urban-rural ageing and a latent immigration move many indicators
 * together; each has its own noise, which changes slowly from year to year. What the scheme looks at is calibrated in
 * the last year ({@link RuledRates}); earlier years walk away from it step by step.
 *
 * <p>A series is computed when asked for: the model holds a few numbers per space, whatever the number of years.
 */
public final class ValueModel {

    private static final double STEP = 0.012;

    private final RegionSettings settings;
    private final Territory territory;
    private final Memberships memberships;
    private final PopulationModel population;
    private final RuledRates rates;
    private final double[] hectares;

    /** A model for these memberships; {@code hectares} are the sizes of the spaces. */
    public ValueModel(RegionSettings settings, Territory territory, Memberships memberships, double[] hectares) {
        this.settings = settings;
        this.territory = territory;
        this.memberships = memberships;
        this.hectares = hectares.clone();
        this.population = new PopulationModel(settings, territory, memberships);
        this.rates = new RuledRates(territory, memberships, this::lastYear, settings.lastYear());
    }

    /** The counts of one space for all years. */
    public SpaceSeries series(int space) {
        SpaceSeries series = new SpaceSeries(settings.firstYear(), settings.years());
        people(series, space);
        MunicipalityProfile profile = territory.profiles().get(population.municipalityOf(space));
        double poor = memberships.deprivation(space) * 0.8 + (profile.deprivation() - 1);
        new Households(series, walks(space), poor, memberships.density(space)).fill(settings);
        ruled(series, space);
        new Services(series, walks(space), poor).fill(settings);
        return series;
    }

    private SpaceSeries lastYear(int space) {
        SpaceSeries series = new SpaceSeries(settings.lastYear(), 1);
        Walks walks = walks(space);
        ages(series, settings.lastYear(), population.bands(space, walks.of("size", STEP), walks.of("age", STEP), 0));
        series.set(Count.HECTARES, settings.lastYear(), Math.round(hectares[space]));
        return series;
    }

    private Walks walks(int space) {
        return new Walks(settings, space);
    }

    private void people(SpaceSeries series, int space) {
        Walks walks = walks(space);
        double[] size = walks.of("size", STEP / 2);
        double[] age = walks.of("age", STEP / 3);
        for (int year = settings.firstYear(); year <= settings.lastYear(); year++) {
            ages(series, year, population.bands(space, size, age, settings.lastYear() - year));
            series.set(Count.HECTARES, year, Math.round(hectares[space]));
        }
    }

    private static void ages(SpaceSeries series, int year, int[] bands) {
        int under6 = bands[PopulationModel.UNDER_3] + bands[PopulationModel.FROM_3];
        int under15 = under6 + bands[PopulationModel.FROM_6];
        int under18 = under15 + bands[PopulationModel.FROM_15];
        int under20 = under18 + bands[PopulationModel.FROM_18];
        int under25 = under20 + bands[PopulationModel.FROM_20];
        int under65 = under25 + bands[PopulationModel.FROM_25];
        int from65 = bands[PopulationModel.FROM_65] + bands[PopulationModel.FROM_80];
        series.set(Count.UNDER_3, year, bands[PopulationModel.UNDER_3]);
        series.set(Count.FROM_3_TO_5, year, bands[PopulationModel.FROM_3]);
        series.set(Count.UNDER_6, year, under6);
        series.set(Count.UNDER_15, year, under15);
        series.set(Count.UNDER_18, year, under18);
        series.set(Count.UNDER_21, year, under20 + bands[PopulationModel.FROM_20] / 5);
        series.set(Count.FROM_15_TO_24, year, under25 - under15);
        series.set(Count.FROM_15_TO_64, year, under65 - under15);
        series.set(Count.FROM_20_TO_64, year, under65 - under20);
        series.set(Count.UNDER_65, year, under65);
        series.set(Count.FROM_65, year, from65);
        series.set(Count.FROM_80, year, bands[PopulationModel.FROM_80]);
        series.set(Count.POPULATION, year, under65 + from65);
        series.set(Count.SCHOOL_ENTRANTS, year, Math.round(bands[PopulationModel.FROM_6] / 3.0));
    }

    /** The counts that the scheme's rules look at. */
    private void ruled(SpaceSeries series, int space) {
        Walks walks = walks(space);
        for (RuledRates.Ruled ruled : rates.all()) {
            double[] walk = walks.of(ruled.count().name(), STEP);
            for (int year = settings.firstYear(); year <= settings.lastYear(); year++) {
                int back = settings.lastYear() - year;
                double trend = Math.exp(-ruled.changePerYear() * back + walk[back]);
                series.share(ruled.count(), year, ruled.of(), ruled.rate(space) * trend);
            }
        }
    }

    /** Random walks of one space into the past; each begins at 0 in the last year. */
    static final class Walks {

        private final RegionSettings settings;
        private final int space;

        Walks(RegionSettings settings, int space) {
            this.settings = settings;
            this.space = space;
        }

        double[] of(String purpose, double step) {
            Draw draw = Draw.of(settings.seed(), "walk-" + purpose, space);
            double[] walk = new double[settings.years()];
            for (int back = 1; back < walk.length; back++) {
                walk[back] = walk[back - 1] + step * draw.bell();
            }
            return walk;
        }

        /** A lasting difference of this space from what its latent factors say. */
        double own(String purpose, double deviation) {
            return deviation * Draw.of(settings.seed(), "own-" + purpose, space).bell();
        }
    }
}
