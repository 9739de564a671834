package de.quartierwerk.classification.method;

/**
 * Interval for a share behind {@code n} of {@code d} cases (E. B. Wilson, Probable inference, the law of succession,
 * and statistical inference, Journal of the American Statistical Association 22, 1927): with p = n / d and z the
 * quantile, (p + z^2/(2d) -/+ z sqrt(p(1 - p)/d + z^2/(4d^2))) / (1 + z^2/d).
 *
 * @param low lower end
 * @param high upper end
 */
public record Wilson(double low, double high) {
    /** Quantile for 95 of 100 cases. */
    private static final double Z = 1.959963984540054;

    /** The interval that holds the share in 95 of 100 cases. */
    public static Wilson of(double n, double d) {
        double p = n / d;
        double square = Z * Z / d;
        double centre = p + square / 2;
        double half = Z * StrictMath.sqrt(p * (1 - p) / d + square / (4 * d));
        return new Wilson((centre - half) / (1 + square), (centre + half) / (1 + square));
    }
}
