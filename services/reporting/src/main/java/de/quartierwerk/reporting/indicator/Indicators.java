package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.reporting.code.Codes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The indicator definitions of the read model. */
@ApplicationScoped
public class Indicators {
    private final IndicatorStatements statements;

    Indicators(IndicatorStatements statements) {
        this.statements = statements;
    }

    /**
     * Keeps a definition unless a newer one is here.
     *
     * @throws IllegalArgumentException for a kind or polarity that this service does not know
     */
    void store(IndicatorDefined indicator) {
        Codes.parse(IndicatorKind.class, indicator.kind());
        Codes.parseNullable(Polarity.class, indicator.polarity());
        statements.upsert(indicator);
    }

    /** Empties the read model of definitions. */
    public void clear() {
        statements.truncate();
    }

    /** Definitions of the indicators of values, by code; one that has not arrived has its code for a name. */
    public Map<String, Indicator> of(Collection<PublicValue> values) {
        Set<String> codes = values.stream().map(PublicValue::indicator).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Indicator> definitions = new TreeMap<>();
        codes.forEach(code -> definitions.put(code, Indicator.undefined(code)));
        statements.byCodes(codes).forEach(definition -> definitions.put(definition.code(), definition));
        return definitions;
    }
}
