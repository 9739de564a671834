package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of an indicator's definition (Indikator).
 *
 * @param code natural key
 * @param version from 1, one more with every changed definition
 * @param definition what was written, with what was left out filled in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Indicator", description = "A version of an indicator's definition")
public record Indicator(
        @Schema(examples = "unemployed") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped Definition definition) {

    /** The area of a space in square kilometres; always there, never delivered. */
    public static final String AREA = "registry:area-km2";

    /** Codes that begin so belong to the platform. */
    public static final String BUILT_IN = "registry:";

    /** The indicators it is computed from, in the order of the formula; empty where it is delivered. */
    public List<String> inputs() {
        return inputs(definition);
    }

    static List<String> inputs(Definition definition) {
        List<String> inputs = new ArrayList<>();
        if (definition.formula() != null) {
            try {
                inputs.addAll(Formula.parse(definition.formula()).codes());
            } catch (Formula.Malformed checkedBefore) {
                throw new IllegalStateException(checkedBefore);
            }
        } else if (definition.computed()) {
            inputs.add(definition.numerator());
            inputs.add(definition.denominator());
        }
        return inputs;
    }
}
