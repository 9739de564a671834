package de.quartierwerk.demonstration.values;

import de.quartierwerk.demonstration.membership.Field;
import de.quartierwerk.demonstration.membership.Memberships;
import de.quartierwerk.demonstration.membership.MunicipalityProfile;
import de.quartierwerk.demonstration.territory.Territory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** The rates of the last year that the scheme's rules look at, calibrated to the drawn memberships. */
final class RuledRates {

    /** From this deviation of the density on, a space needs old-age poverty to belong to the field of the elderly. */
    private static final double CLEARLY_LESS_DENSE = -0.16;

    private final Territory territory;
    private final Memberships memberships;
    private final Calibration calibration;
    private final IntFunction<SpaceSeries> lastYear;
    private final int year;
    private final List<Ruled> all = new ArrayList<>();

    /**
     * One count that is a calibrated share of another.
     *
     * @param count the count
     * @param of what it is a share of
     * @param rates the share of each space in the last year
     * @param changePerYear how much the share grows in a year, as a logarithm
     */
    record Ruled(Count count, Count of, double[] rates, double changePerYear) {

        double rate(int space) {
            return rates[space];
        }
    }

    RuledRates(Territory territory, Memberships memberships, IntFunction<SpaceSeries> lastYear, int year) {
        this.territory = territory;
        this.memberships = memberships;
        this.calibration = new Calibration(territory);
        this.lastYear = lastYear;
        this.year = year;
        IntToDoubleFunction poor = memberships::deprivation;
        IntToDoubleFunction immigrant = memberships::migration;
        BitSet fewChildren = memberships.highRateLowNumber();
        BitSet families = memberships.of(Field.FAMILIES);
        families.or(fewChildren);
        IntToDoubleFunction poorChildren = s -> fewChildren.get(s) ? -1 : memberships.deprivation(s);
        BitSet disadvantaged = memberships.of(Field.DISADVANTAGED);
        BitSet integration = memberships.of(Field.INTEGRATION);
        add(Count.SGB2, Count.UNDER_65, p -> 0.095 * p.deprivation(), disadvantaged, Rule.BASIC_INCOME, poor, -0.008);
        add(
                Count.SGB2_UNDER_15,
                Count.UNDER_15,
                p -> 0.15 * p.deprivation(),
                families,
                Rule.CHILD_POVERTY,
                poorChildren,
                -0.004);
        add(
                Count.UNEMPLOYED,
                Count.FROM_15_TO_64,
                p -> 0.062 * p.deprivation(),
                disadvantaged,
                Rule.UNEMPLOYMENT,
                poor,
                -0.012);
        add(
                Count.DAY_CARE_PLACES,
                Count.UNDER_6,
                p -> 0.66 - 0.03 * p.deprivation(),
                disadvantaged,
                Rule.DAY_CARE_PLACES,
                poor,
                0.015);
        add(
                Count.FOREIGNERS,
                Count.POPULATION,
                p -> 0.125 * p.migration(),
                integration,
                Rule.FOREIGNERS,
                immigrant,
                0.03);
        add(
                Count.LANGUAGE_NEED,
                Count.SCHOOL_ENTRANTS,
                p -> 0.22 * Math.sqrt(p.migration()),
                integration,
                Rule.LANGUAGE,
                immigrant,
                0.012);
        add(
                Count.OLD_AGE_BENEFIT,
                Count.FROM_65,
                p -> 0.034 * p.deprivation(),
                poorOldPeople(),
                Rule.OLD_AGE_POVERTY,
                poor,
                0.02);
    }

    List<Ruled> all() {
        return all;
    }

    private void add(
            Count count,
            Count of,
            ToDoubleFunction<MunicipalityProfile> base,
            BitSet members,
            Rule rule,
            IntToDoubleFunction latent,
            double changePerYear) {
        double[] weights = weights(of);
        double[] rates =
                calibration.rates(m -> base.applyAsDouble(territory.profiles().get(m)), weights, members, rule, latent);
        all.add(new Ruled(count, of, rates, changePerYear));
    }

    private double[] weights(Count of) {
        double[] weights = new double[territory.spaces().size()];
        for (int s = 0; s < weights.length; s++) {
            weights[s] = lastYear.apply(s).get(of, year);
        }
        return weights;
    }

    /** Members of the field of the elderly that are not clearly less dense than their municipality. */
    private BitSet poorOldPeople() {
        double[] inhabitants = weights(Count.POPULATION);
        double[] hectares = weights(Count.HECTARES);
        BitSet poor = new BitSet();
        for (int m = 0; m < territory.municipalities().size(); m++) {
            int first = territory.firstSpace().get(m);
            int end = territory.firstSpace().get(m + 1);
            double people = 0;
            double area = 0;
            for (int s = first; s < end; s++) {
                people += inhabitants[s];
                area += hectares[s];
            }
            for (int s = first; s < end; s++) {
                double deviation = inhabitants[s] / hectares[s] / (people / area) - 1;
                if (end - first > 1 && memberships.has(Field.ELDERLY, s) && deviation > CLEARLY_LESS_DENSE) {
                    poor.set(s);
                }
            }
        }
        return poor;
    }
}
