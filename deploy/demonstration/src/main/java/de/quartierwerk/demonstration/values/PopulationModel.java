package de.quartierwerk.demonstration.values;

import de.quartierwerk.demonstration.Draw;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.membership.Field;
import de.quartierwerk.demonstration.membership.Memberships;
import de.quartierwerk.demonstration.membership.MunicipalityProfile;
import de.quartierwerk.demonstration.territory.Territory;

/** Inhabitants by age: municipalities grow or shrink slowly, all of them age, the spaces with most room the most. */
final class PopulationModel {

    /** Positions of the age bands. */
    static final int UNDER_3 = 0;

    static final int FROM_3 = 1;
    static final int FROM_6 = 2;
    static final int FROM_15 = 3;
    static final int FROM_18 = 4;
    static final int FROM_20 = 5;
    static final int FROM_25 = 6;
    static final int FROM_65 = 7;
    static final int FROM_80 = 8;
    static final int BANDS = 9;

    private static final double MIDDLE = 6_500;
    private static final double SMALLEST = 3_000;
    private static final double LARGEST = 20_000;
    private static final double[] SHARES = {0.027, 0.029, 0.083, 0.028, 0.019, 0.055, 0.532, 0.153, 0.070};
    private static final double CHANGE_PER_YEAR = 0.005;

    private final RegionSettings settings;
    private final Memberships memberships;
    private final int[] municipalityOf;
    private final Territory territory;
    private final double[] inhabitants;
    private final double[] veryOld;

    PopulationModel(RegionSettings settings, Territory territory, Memberships memberships) {
        this.settings = settings;
        this.memberships = memberships;
        this.territory = territory;
        int spaces = territory.spaces().size();
        this.municipalityOf = new int[spaces];
        this.inhabitants = new double[spaces];
        for (int m = 0; m < territory.municipalities().size(); m++) {
            for (int s = territory.firstSpace().get(m);
                    s < territory.firstSpace().get(m + 1);
                    s++) {
                municipalityOf[s] = m;
                inhabitants[s] = drawn(s);
            }
        }
        this.veryOld = new Calibration(territory)
                .rates(
                        m -> SHARES[FROM_80] * profile(m).ageing(),
                        inhabitants,
                        memberships.of(Field.ELDERLY),
                        Rule.VERY_OLD,
                        s -> -memberships.density(s));
    }

    private MunicipalityProfile profile(int municipality) {
        return territory.profiles().get(municipality);
    }

    int municipalityOf(int space) {
        return municipalityOf[space];
    }

    /** Inhabitants at the end of the last year, large enough for the absolute numbers that the scheme asks for. */
    private double drawn(int space) {
        Draw draw = Draw.of(settings.seed(), "inhabitants", space);
        double low = 3_800;
        double high = 14_000;
        if (memberships.highRateLowNumber().get(space)) {
            low = 3_250;
            high = 3_500;
        } else if (memberships.has(Field.DISADVANTAGED, space) || memberships.has(Field.INTEGRATION, space)) {
            low = 9_500;
            high = 16_500;
        } else if (memberships.has(Field.FAMILIES, space)) {
            low = 7_800;
            high = 14_500;
        } else if (memberships.has(Field.ELDERLY, space)) {
            low = 4_800;
            high = 14_000;
        }
        if (!profile(municipalityOf[space]).urban() && high > MIDDLE) {
            low += Math.max(0, MIDDLE - low) / 2;
            high -= (high - Math.max(low, MIDDLE)) / 2;
        }
        return Math.rint(low + (high - low) * draw.uniform() * (0.6 + 0.4 * draw.uniform()));
    }

    /** Inhabitants by age band, {@code back} years before the last one. */
    int[] bands(int space, double[] sizeWalk, double[] ageWalk, int back) {
        double growth = CHANGE_PER_YEAR
                * Draw.of(settings.seed(), "growth", municipalityOf[space]).between(-0.6, 1);
        double all = inhabitants[space] * Math.exp(back == 0 ? 0 : sizeWalk[back] - growth * back);
        long total = Math.round(Math.max(SMALLEST, Math.min(LARGEST, all)));
        double oldFactor = veryOld[space] / SHARES[FROM_80];
        double[] shares = SHARES.clone();
        shares[FROM_80] = veryOld[space] * Math.exp(ageWalk[back]) * (1 - 0.022 * back);
        shares[FROM_65] *= (0.45 + 0.55 * oldFactor) * Math.exp(ageWalk[back]) * (1 - 0.006 * back);
        double young = 1 + 0.10 * memberships.deprivation(space) - 0.15 * (oldFactor - 1);
        for (int band = UNDER_3; band <= FROM_18; band++) {
            shares[band] *= young * (band <= FROM_3 ? 1 - 0.008 * back : 1);
        }
        int[] bands = new int[BANDS];
        int rest = (int) total;
        for (int band = 0; band < BANDS; band++) {
            bands[band] = (int) Math.round(total * shares[band]);
            rest -= band == FROM_25 ? 0 : bands[band];
        }
        bands[FROM_25] = rest;
        return bands;
    }
}
