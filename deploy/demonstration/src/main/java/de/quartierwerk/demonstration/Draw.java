package de.quartierwerk.demonstration;

import java.util.SplittableRandom;

/** Random numbers that depend on nothing but the seed, a purpose and a number: the order of calls does not matter. */
public final class Draw {

    private final SplittableRandom random;

    private Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The source for one purpose and one thing, e.g. the noise of indicator x in space 17. */
    public static Draw of(long seed, String purpose, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = (mixed ^ purpose.charAt(i)) * 0x100000001B3L;
        }
        return new Draw(mixed ^ (number * 0xBF58476D1CE4E5B9L));
    }

    /** Evenly distributed in [0, 1). */
    public double uniform() {
        return random.nextDouble();
    }

    /** Evenly distributed in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Bell-shaped around 0 with standard deviation 1, never beyond 3: the sum of twelve even draws, less six. */
    public double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return Math.max(-3, Math.min(3, sum));
    }

    /** A whole number in [0, bound). */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
