package de.quartierwerk.classification.indicator;

import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What this service knows about indicators. */
@ApplicationScoped
public class Indicators {
    private static final String ACCEPT = """
            insert into indicator (code, name, unit, kind, polarity, version) values (?, ?, ?, ?, ?, ?)
            on conflict on constraint pk_indicator do update
                set name = excluded.name, unit = excluded.unit, kind = excluded.kind, polarity = excluded.polarity,
                    version = excluded.version
            where excluded.version > indicator.version""";

    private final Sql sql;

    Indicators(Sql sql) {
        this.sql = sql;
    }

    /** Those of the codes that are defined, by code; the area of a space always is. */
    public Map<String, Indicator> find(Collection<String> codes) {
        Map<String, Indicator> found = new HashMap<>();
        sql.each(
                "select code, name, unit, kind, polarity from indicator where code = any(?)",
                row -> new Indicator(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                indicator -> found.put(indicator.code(), indicator),
                (Object) codes.toArray(String[]::new));
        if (codes.contains(Indicator.AREA)) {
            found.put(Indicator.AREA, new Indicator(Indicator.AREA, "Fläche", "km2", "index", "neutral"));
        }
        return found;
    }

    void accept(IndicatorDefined definition) {
        sql.update(
                ACCEPT,
                definition.code(),
                definition.name(),
                definition.unit(),
                definition.kind(),
                definition.polarity() == null ? "neutral" : definition.polarity(),
                definition.version());
    }
}
