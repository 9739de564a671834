package de.quartierwerk.classification.method;

import java.util.List;
import java.util.Set;

/** A condition of a need for action. A condition that a missing value leaves open does not hold. */
public sealed interface Condition {
    /** Reference that means every space of the run. */
    String ALL = "all";

    /** Holds where every part holds. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Holds where at least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** Holds where at least {@code count} parts hold. */
    record AtLeast(int count, List<Condition> parts) implements Condition {
        public AtLeast {
            parts = List.copyOf(parts);
        }
    }

    /** Holds where the part does not hold, and is open where that is open. */
    record Not(Condition part) implements Condition {}

    /**
     * Compares a figure of an indicator with a threshold.
     *
     * @param indicator indicator code
     * @param measure what is compared
     * @param lag how many periods before a change is measured from
     * @param reference {@code all} or the code of a level, e.g. {@code municipality}
     * @param comparison how it is compared
     * @param value threshold, or the lower bound of between
     * @param upper upper bound of between, otherwise equal to value
     * @param ties rank of equal values; matters for rank and percentile
     */
    record Figure(
            String indicator,
            Measure measure,
            int lag,
            String reference,
            Operator comparison,
            double value,
            double upper,
            Ties ties)
            implements Condition {
        /** A figure whose ties get the mean rank. */
        public Figure(
                String indicator,
                Measure measure,
                int lag,
                String reference,
                Operator comparison,
                double value,
                double upper) {
            this(indicator, measure, lag, reference, comparison, value, upper, Ties.MEAN);
        }
    }

    /** Holds where the index has one of the classes. */
    record InClass(String index, Set<String> classes) implements Condition {
        public InClass {
            classes = Set.copyOf(classes);
        }
    }

    /**
     * Compares the value of an index with a threshold.
     *
     * @param index code of the index
     * @param comparison how it is compared
     * @param value threshold, or the lower bound of between
     * @param upper upper bound of between, otherwise equal to value
     */
    record IndexValue(String index, Operator comparison, double value, double upper) implements Condition {}

    /** The conditions that it combines; none for one that looks at a figure, class or value. */
    default List<Condition> within() {
        if (this instanceof AllOf all) {
            return all.parts();
        } else if (this instanceof AnyOf any) {
            return any.parts();
        } else if (this instanceof AtLeast atLeast) {
            return atLeast.parts();
        } else if (this instanceof Not not) {
            return List.of(not.part());
        }
        return List.of();
    }

    /** Code of the indicator or index that it looks at first. */
    default String subject() {
        if (this instanceof Figure figure) {
            return figure.indicator();
        } else if (this instanceof InClass inClass) {
            return inClass.index();
        } else if (this instanceof IndexValue ofIndex) {
            return ofIndex.index();
        }
        return within().get(0).subject();
    }

    /** Comparisons of a figure. */
    enum Operator implements Coded {
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        EQUAL("="),
        /** Both ends included. */
        BETWEEN("between");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** The comparison written as {@code code}. */
        public static Operator of(String code) {
            for (Operator comparison : values()) {
                if (comparison.code.equals(code)) {
                    return comparison;
                }
            }
            throw new IllegalArgumentException(code);
        }

        /** Whether {@code found} compares so with the bounds. */
        boolean holds(double found, double value, double upper) {
            return switch (this) {
                case GREATER -> found > value;
                case GREATER_OR_EQUAL -> found >= value;
                case LESS -> found < value;
                case LESS_OR_EQUAL -> found <= value;
                case EQUAL -> found == value;
                case BETWEEN -> found >= value && found <= upper;
            };
        }
    }
}
