package de.quartierwerk.classification.method;

/**
 * Finds how far to go along a direction in which a function falls: so far that it falls by a part of what its slope
 * promised and has become flatter (Moré and Thuente, ACM Transactions on Mathematical Software 20, 1994; dcsrch and
 * dcstep of MINPACK-2).
 */
final class LineSearch {
    private static final double FALLS = 1e-3;
    private static final double FLATTER = 0.9;
    private static final double NARROW = 0.1;
    private static final double THIRDS = 0.66;
    private static final int MOST = 20;

    /**
     * A place on the way.
     *
     * @param step how far it is, in lengths of the direction
     * @param value the function there
     * @param slope its slope along the direction
     */
    record Place(double step, double value, double slope) {
        /** The same of the function less a line through its start. */
        Place above(double line) {
            return new Place(step, value - step * line, slope - line);
        }
    }

    /** The function along the direction. */
    interface Line {
        Place at(double step);
    }

    private final Line line;
    private final Place start;
    private final double farthest;
    /** The lowest place so far, and the other end of the interval that holds the minimum once it is bracketed. */
    private Place best;

    private Place other;
    private boolean bracketed;
    private double least;
    private double most = 5;

    private LineSearch(Line line, Place start, double farthest) {
        this.line = line;
        this.start = start;
        this.farthest = farthest;
        this.best = start;
        this.other = start;
    }

    /** The place where a search ends that begins with a step of 1, or the farthest one. */
    static Place find(Line line, Place start, double farthest) {
        return new LineSearch(line, start, farthest).find();
    }

    private Place find() {
        double promised = FALLS * start.slope();
        double width = farthest;
        double before = 2 * width;
        boolean early = true;
        Place now = line.at(Math.min(1, farthest));
        for (int round = 1; round < MOST && !ends(now, promised); round++) {
            double expected = start.value() + now.step() * promised;
            early &= now.value() > expected || now.slope() < 0;
            boolean shifted = early && now.value() <= best.value() && now.value() > expected;
            double next = next(now, shifted ? promised : 0);
            narrow(now);
            if (bracketed) {
                boolean slow = StrictMath.abs(other.step() - best.step()) >= THIRDS * before;
                next = slow ? best.step() + 0.5 * (other.step() - best.step()) : next;
                before = width;
                width = StrictMath.abs(other.step() - best.step());
                least = Math.min(best.step(), other.step());
                most = Math.max(best.step(), other.step());
            } else {
                least = next + 1.1 * (next - best.step());
                most = next + 4 * (next - best.step());
            }
            next = Math.min(Math.max(next, 0), farthest);
            now = line.at(exhausted(next) ? best.step() : next);
        }
        return now;
    }

    private boolean ends(Place now, double promised) {
        boolean falls = now.value() <= start.value() + now.step() * promised;
        boolean flat = StrictMath.abs(now.slope()) <= FLATTER * -start.slope();
        boolean atEnd = now.step() == farthest && now.slope() <= promised;
        return (falls && (flat || atEnd)) || exhausted(now.step());
    }

    private boolean exhausted(double step) {
        return bracketed && (step <= least || step >= most || most - least <= NARROW * most);
    }

    /** The next step by cubic and quadratic interpolation of the function less a line. */
    private double next(Place place, double line) {
        Place now = place.above(line);
        Place low = best.above(line);
        double secant = now.step() + now.slope() / (now.slope() - low.slope()) * (low.step() - now.step());
        if (now.value() > low.value()) {
            bracketed = true;
            double cubic = cubic(low, now);
            double drop = (low.value() - now.value()) / (now.step() - low.step()) + low.slope();
            double quadratic = low.step() + low.slope() / drop / 2 * (now.step() - low.step());
            boolean near = StrictMath.abs(cubic - low.step()) <= StrictMath.abs(quadratic - low.step());
            return near ? cubic : cubic + (quadratic - cubic) / 2;
        }
        if (turns(now, low)) {
            bracketed = true;
            double cubic = cubic(now, low);
            return StrictMath.abs(cubic - now.step()) > StrictMath.abs(secant - now.step()) ? cubic : secant;
        }
        if (StrictMath.abs(now.slope()) < StrictMath.abs(low.slope())) {
            return flatter(now, low, secant);
        }
        return bracketed ? cubic(now, other.above(line)) : now.step() > low.step() ? most : least;
    }

    /** The slope kept its sign and became flatter: the cubic may have no minimum beyond. */
    private double flatter(Place now, Place low, double secant) {
        double ratio = ratio(now, low);
        boolean beyond = ratio < 0 && bend(now, low) > 0;
        double end = now.step() > low.step() ? most : least;
        double cubic = beyond ? now.step() + ratio * (low.step() - now.step()) : end;
        double far = StrictMath.abs(cubic - now.step()) - StrictMath.abs(secant - now.step());
        if (!bracketed) {
            return Math.max(least, Math.min(most, far > 0 ? cubic : secant));
        }
        double next = far < 0 ? cubic : secant;
        double bound = now.step() + THIRDS * (other.step() - now.step());
        return now.step() > low.step() ? Math.min(bound, next) : Math.max(bound, next);
    }

    private void narrow(Place now) {
        if (now.value() > best.value()) {
            other = now;
        } else {
            other = turns(now, best) ? best : other;
            best = now;
        }
    }

    private static boolean turns(Place now, Place low) {
        return StrictMath.signum(now.slope()) * StrictMath.signum(low.slope()) < 0;
    }

    /** The minimum of the cubic through two places. */
    private static double cubic(Place from, Place to) {
        return from.step() + ratio(from, to) * (to.step() - from.step());
    }

    /** Where the cubic through two places has its minimum, 0 at the first and 1 at the second. */
    private static double ratio(Place from, Place to) {
        double root = StrictMath.sqrt(Math.max(0, bend(from, to))) * scale(from, to);
        double gamma = to.step() < from.step() ? -root : root;
        return (gamma - from.slope() + theta(from, to)) / (gamma - from.slope() + gamma + to.slope());
    }

    private static double bend(Place a, Place b) {
        double scale = scale(a, b);
        double part = theta(a, b) / scale;
        return part * part - a.slope() / scale * (b.slope() / scale);
    }

    private static double theta(Place a, Place b) {
        return 3 * (a.value() - b.value()) / (b.step() - a.step()) + a.slope() + b.slope();
    }

    private static double scale(Place a, Place b) {
        return Math.max(StrictMath.abs(theta(a, b)), Math.max(StrictMath.abs(a.slope()), StrictMath.abs(b.slope())));
    }
}
