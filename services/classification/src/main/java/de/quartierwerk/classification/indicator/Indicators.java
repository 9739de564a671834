package de.quartierwerk.classification.indicator;

import de.quartierwerk.events.IndicatorDefined;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What this service knows about indicators. */
@ApplicationScoped
public class Indicators {
    private static final Indicator AREA =
            new Indicator(Indicator.AREA, "Fläche", "km2", "index", "neutral", Indicator.USUAL_MINIMUM, null);

    private final IndicatorStatements statements;

    Indicators(IndicatorStatements statements) {
        this.statements = statements;
    }

    /** Those of the codes that are defined, by code; the area of a space always is. */
    @Transactional
    public Map<String, Indicator> find(Collection<String> codes) {
        Map<String, Indicator> found = new HashMap<>();
        statements.find(codes).forEach(indicator -> found.put(indicator.code(), indicator));
        if (codes.contains(Indicator.AREA)) {
            found.put(Indicator.AREA, AREA);
        }
        return found;
    }

    void accept(IndicatorDefined definition) {
        statements.accept(definition);
    }
}
