package de.quartierwerk.demonstration.membership;

import java.util.List;

/**
 * How one municipality of a region is: its character and how many of its spaces belong to each field of action.
 *
 * @param spaces number of spaces
 * @param disadvantaged members of the field {@link Field#DISADVANTAGED}
 * @param elderly members of the field {@link Field#ELDERLY}
 * @param families members of the field {@link Field#FAMILIES}
 * @param integration members of the field {@link Field#INTEGRATION}
 * @param inNeed spaces that belong to at least one field
 * @param deprivation level of poverty against the mean of the region (1)
 * @param migration share of immigrants against the mean of the region (1)
 * @param ageing share of old people against the mean of the region (1)
 * @param urban whether its sites gather around a centre
 */
public record MunicipalityProfile(
        int spaces,
        int disadvantaged,
        int elderly,
        int families,
        int integration,
        int inNeed,
        double deprivation,
        double migration,
        double ageing,
        boolean urban) {

    /** Ten municipalities with 93 spaces: 59 in need, 15 in 5, 43 in 9, 37 in 7 and 12 in 5 municipalities. */
    public static final List<MunicipalityProfile> STANDARD = List.of(
            new MunicipalityProfile(26, 6, 10, 12, 4, 16, 1.35, 1.50, 0.95, true),
            new MunicipalityProfile(14, 3, 7, 6, 3, 10, 1.20, 1.20, 1.00, true),
            new MunicipalityProfile(12, 3, 6, 6, 2, 8, 1.15, 1.10, 1.02, true),
            new MunicipalityProfile(10, 2, 5, 5, 2, 7, 1.05, 1.00, 1.00, true),
            new MunicipalityProfile(9, 1, 5, 4, 0, 6, 0.98, 0.80, 1.04, false),
            new MunicipalityProfile(8, 0, 4, 2, 1, 5, 0.90, 0.92, 1.05, false),
            new MunicipalityProfile(6, 0, 3, 2, 0, 4, 0.88, 0.70, 1.08, false),
            new MunicipalityProfile(4, 0, 2, 0, 0, 2, 0.65, 0.60, 1.15, false),
            new MunicipalityProfile(3, 0, 0, 0, 0, 0, 0.60, 0.65, 0.88, false),
            new MunicipalityProfile(1, 0, 1, 0, 0, 1, 0.55, 0.45, 1.10, false));

    /** Number of spaces of {@link #STANDARD} together. */
    public static final int STANDARD_SPACES = 93;

    /**
     * The same kind of municipality with another number of spaces: members shrink and grow along, the promises hold.
     */
    MunicipalityProfile ofSize(int size) {
        if (size == spaces) {
            return this;
        }
        double factor = (double) size / spaces;
        int most = size == 1 ? 0 : size * 11 / 20;
        int newElderly = size == 1 && spaces == 1 ? elderly : scaled(elderly, factor, most);
        int newFamilies = scaled(families, factor, most);
        int newDisadvantaged = Math.min(scaled(disadvantaged, factor, size * 3 / 10), newFamilies);
        int newIntegration = Math.min(scaled(integration, factor, size * 3 / 10), newFamilies);
        int atLeast = Math.max(newElderly, newFamilies);
        int atMost = Math.min(newElderly + newFamilies, Math.max(atLeast, size - 1));
        int newInNeed = Math.max(atLeast, Math.min(atMost, (int) Math.round(inNeed * factor)));
        return new MunicipalityProfile(
                size,
                newDisadvantaged,
                newElderly,
                newFamilies,
                newIntegration,
                newInNeed,
                deprivation,
                migration,
                ageing,
                urban);
    }

    private static int scaled(int members, double factor, int most) {
        return Math.min(most, (int) Math.round(members * factor));
    }
}
