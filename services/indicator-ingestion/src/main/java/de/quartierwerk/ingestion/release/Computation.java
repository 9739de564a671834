package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Inputs;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Formula;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Quotient;
import de.quartierwerk.ingestion.catalogue.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes an indicator for one space and period from its inputs. A missing input gives a missing value, never a zero;
 * what is uncertain in an input stays uncertain in the result. Pure functions.
 */
final class Computation {
    private final Definition definition;
    private final List<String> inputs;
    private final @Nullable Formula formula;
    private final @Nullable Quotient quotient;
    private final boolean sum;

    /**
     * Prepares the computation.
     *
     * @param quotient numerator and denominator of its formula, where it is a quotient
     * @param sum whether the indicator is a sum of counts, which secondary suppression protects by itself
     */
    Computation(Indicator indicator, @Nullable Quotient quotient, boolean sum) {
        this.quotient = quotient;
        this.sum = sum;
        this.definition = indicator.definition();
        this.inputs = indicator.inputs();
        this.formula = definition.formula() == null ? null : parsed(definition.formula());
    }

    private static Formula parsed(String text) {
        try {
            return Formula.parse(text);
        } catch (Formula.Malformed checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    /**
     * Computes.
     *
     * @param space space key
     * @param known latest values by indicator, of inputs and of the indicator itself
     * @param before latest value of the indicator itself, if there is any
     * @return empty where an input has never been delivered and nothing was computed before
     */
    Optional<Figure> compute(String space, Map<String, Known> known, @Nullable Known before) {
        List<@Nullable Known> found = new ArrayList<>();
        for (String input : inputs) {
            Known value = known.get(input);
            if (value == null && before == null) {
                return Optional.empty();
            }
            found.add(value);
        }
        Inputs secrecy = secrecy(found);
        int revision = before == null ? 0 : before.revision();
        if (found.stream().anyMatch(value -> value == null || value.value() == null)) {
            boolean secret = found.stream()
                    .anyMatch(value -> value != null && value.status().equals(ValueStatus.SUPPRESSED));
            String status = secret ? ValueStatus.SUPPRESSED : ValueStatus.MISSING;
            return Optional.of(figure(space, null, null, null, status, secrecy, revision));
        }
        return Optional.of(computed(space, found, secrecy, revision));
    }

    private Inputs secrecy(List<@Nullable Known> found) {
        if (sum) {
            return Inputs.PUBLIC;
        }
        IntStream below = quotient == null ? IntStream.of(1) : Arrays.stream(quotient.below());
        boolean share = formula == null || quotient != null;
        if (share && below.anyMatch(place -> isSecret(found.get(place)))) {
            return Inputs.SECRET_DENOMINATOR;
        }
        return found.stream().anyMatch(Computation::isSecret) ? Inputs.SECRET : Inputs.PUBLIC;
    }

    private static boolean isSecret(@Nullable Known value) {
        return value != null && value.publicStatus().equals(ValueStatus.SUPPRESSED);
    }

    private Figure computed(String space, List<@Nullable Known> found, Inputs secrecy, int revision) {
        List<BigDecimal> values = found.stream().map(Known::value).toList();
        BigDecimal value = formula == null
                ? Units.ratio(values.get(0), values.get(1), definition.unit())
                : formula.evaluate(values);
        String status = value == null ? ValueStatus.MISSING : status(found);
        if (quotient != null) {
            BigDecimal numerator = quotient.numerator(values);
            return figure(space, value, numerator, quotient.denominator(values), status, secrecy, revision);
        }
        boolean ratio = formula == null;
        return figure(
                space, value, ratio ? values.get(0) : null, ratio ? values.get(1) : null, status, secrecy, revision);
    }

    private static String status(List<@Nullable Known> found) {
        for (String status : List.of(ValueStatus.SUPPRESSED, ValueStatus.UNRELIABLE, ValueStatus.ESTIMATED)) {
            if (found.stream().anyMatch(value -> value.status().equals(status))) {
                return status;
            }
        }
        return ValueStatus.NORMAL;
    }

    /** A formula's inputs have each been controlled, which stands for the counts that a formula may not show. */
    private static Figure figure(
            String space,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String status,
            Inputs secrecy,
            int revision) {
        return new Figure(
                space, value, numerator, denominator, status, true, secrecy, revision, null, null, Figure.COMPUTED);
    }
}
