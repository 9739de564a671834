package de.quartierwerk.classification.method;

import org.jspecify.annotations.Nullable;

/**
 * How numbers of different units are made comparable, with all that belongs to it.
 *
 * @param method the way
 * @param ties rank of equal numbers, for ways that go by rank; without it each way's usual one
 * @param goalposts ends of {@link Standardise#MIN_MAX} that do not depend on the numbers; without them smallest and
 *     largest number
 * @param range where {@link Standardise#MIN_MAX} leads to; without it 0 to 1
 * @param weight indicator that weights mean and deviation of z; without it every space counts the same
 * @param within level or attribute within whose groups it is done; without it over the whole universe
 * @param decimals decimals to which the result is rounded; without it unrounded
 */
public record Standardisation(
        Standardise method,
        @Nullable Ties ties,
        @Nullable Bounds goalposts,
        @Nullable Bounds range,
        @Nullable String weight,
        @Nullable String within,
        @Nullable Integer decimals) {
    /** Numbers stay as they are. */
    public static final Standardisation NONE = of(Standardise.NONE);

    /** A way with nothing special. */
    public static Standardisation of(Standardise method) {
        return new Standardisation(method, null, null, null, null, null, null);
    }

    /** Another way over the same groups. */
    Standardisation by(Standardise other) {
        return new Standardisation(other, null, null, null, null, within, null);
    }

    /** Whether it leaves numbers as they are. */
    public boolean isNone() {
        return method == Standardise.NONE && decimals == null;
    }

    /** Whether equal distances stay equal over the whole universe. */
    boolean linear() {
        return method.linear() && within == null && decimals == null;
    }

    /** Rank of equal numbers. */
    public Ties tied() {
        if (ties != null) {
            return ties;
        }
        return method == Standardise.PERCENT_RANK ? Ties.MAX : Ties.MEAN;
    }

    /** The goalposts of numbers with this sign. */
    @Nullable
    Bounds goalposts(double sign) {
        return goalposts == null || sign > 0 ? goalposts : goalposts.mirrored();
    }
}
