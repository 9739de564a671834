package de.quartierwerk.demonstration.values;

/**
 * A threshold of the shipped scheme, relative to the municipality, around which values are drawn.
 *
 * @param threshold deviation from the rate of the reference area, e.g. 0.25 for 25 % above, -0.10 for 10 % below
 * @param margin how far every space stays away from the threshold
 * @param spread how much further members may lie
 */
record Rule(double threshold, double margin, double spread) {

    static final Rule VERY_OLD = new Rule(0.10, 0.04, 0.18);
    static final Rule OLD_AGE_POVERTY = new Rule(0.15, 0.06, 0.30);
    static final Rule CHILD_POVERTY = new Rule(0.15, 0.05, 0.35);
    static final Rule BASIC_INCOME = new Rule(0.25, 0.06, 0.35);
    static final Rule UNEMPLOYMENT = new Rule(0.20, 0.05, 0.30);
    static final Rule DAY_CARE_PLACES = new Rule(-0.10, 0.04, 0.10);
    static final Rule FOREIGNERS = new Rule(0.25, 0.05, 0.40);
    static final Rule LANGUAGE = new Rule(0.15, 0.07, 0.25);

    double sign() {
        return Math.signum(threshold);
    }

    /** The same rule with members closer to the threshold. */
    Rule narrower(double factor) {
        return new Rule(threshold, margin, spread * factor);
    }

    /** The rate of a member against the reference, from the mildest (0) to the gravest (1). */
    double member(double gravity) {
        return 1 + threshold + sign() * (margin + spread * gravity);
    }

    /** The last rate against the reference at which a space is still clearly no member. */
    double limit() {
        return 1 + threshold - sign() * margin;
    }
}
