package de.quartierwerk.ingestion.catalogue;

import java.util.List;

/**
 * A version of an indicator's definition (Indikator).
 *
 * @param code natural key
 * @param version from 1, one more with every changed definition
 * @param definition what was written, with what was left out filled in
 */
public record Indicator(String code, long version, Definition definition) {

    /** The area of a space in square kilometres; always there, never delivered. */
    public static final String AREA = "registry:area-km2";

    /** Codes that begin so belong to the platform. */
    public static final String BUILT_IN = "registry:";

    /** The indicators it is computed from, in the order of the formula; empty where it is delivered. */
    public List<String> inputs() {
        return inputs(definition);
    }

    static List<String> inputs(Definition definition) {
        String formula = definition.formula();
        if (formula != null) {
            return Formula.valid(formula).codes();
        }
        String numerator = definition.numerator();
        String denominator = definition.denominator();
        return numerator == null || denominator == null ? List.of() : List.of(numerator, denominator);
    }
}
