package de.quartierwerk.demonstration;

/**
 * What a made-up region is drawn from; equal settings give an equal region.
 *
 * @param spaces number of social spaces, at least {@link #SMALLEST}
 * @param seed start of every random draw
 * @param firstYear first year with values
 * @param lastYear last year with values; the memberships in the fields of action hold for it
 */
public record RegionSettings(int spaces, long seed, int firstYear, int lastYear) {

    /** Below this number the region would have municipalities without a space. */
    public static final int SMALLEST = 30;

    /** Checks the limits. */
    public RegionSettings {
        if (spaces < SMALLEST || spaces > 1_000_000) {
            throw new IllegalArgumentException("spaces must be between " + SMALLEST + " and 1000000: " + spaces);
        }
        if (lastYear < firstYear) {
            throw new IllegalArgumentException("lastYear " + lastYear + " lies before firstYear " + firstYear);
        }
    }

    /** The demonstration region: 93 spaces, 2012 to 2023. */
    public static RegionSettings standard() {
        return ofSize(93);
    }

    /** A region of another size with the standard seed and years. */
    public static RegionSettings ofSize(int spaces) {
        return new RegionSettings(spaces, 2018, 2012, 2023);
    }

    /** Number of years with values. */
    public int years() {
        return lastYear - firstYear + 1;
    }
}
